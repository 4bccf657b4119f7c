/** How long it takes to find the image links of a long document, beside a CommonMark parser that only reads it. */
import { Parser } from 'commonmark';
import { linkStyles } from '../../src/core/links/linkStyles.ts';
import { median } from './statistics.ts';

export interface LinksTime {
  readonly lines: number;
  readonly images: number;
  /** Milliseconds. */
  readonly find: number;
  /** Milliseconds. */
  readonly plainParser: number;
}

const rounds = 9;
const lines = 20_000;

/** Medians. */
export function measureLinks(): LinksTime {
  const text = longDocument();
  let images = 0;
  const [find, plainParser]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    images = linkStyles.markdown.find(text).length;
    const found = performance.now();
    new Parser().parse(text);
    find.push(found - start);
    plainParser.push(performance.now() - found);
  }
  return { lines, images, find: median(find), plainParser: median(plainParser) };
}

function longDocument(): string {
  const text: string[] = [];
  for (let section = 1; text.length < lines; section++) {
    text.push(
      ...[
        `## Section ${section}`,
        '',
        'Some *words* with `code`, [a link](page.md) and more of them',
        'that go on below.',
        '',
      ],
      ...[
        `![Picture ${section}](img/${section}.png "A title")`,
        '',
        '- an item',
        '  with a second line',
        '- another',
        '',
      ],
      ...['```js', 'const x = `![no](no.png)`;', '```', '', '> A quotation', '> of two lines', ''],
      ...['| a | b |', '|---|---|', '| 1 | ![in a table][ref] |', '', '[ref]: img/ref.png', ''],
    );
  }
  return text.slice(0, lines).join('\n');
}
