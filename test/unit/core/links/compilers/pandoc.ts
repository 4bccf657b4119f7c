/** Pandoc's readers of many languages. */
import path from 'node:path';
import { pandoc } from '../../../../runner/compilers.mjs';
import { findProgram, whyLeftOut } from '../../../../runner/debianTools.mjs';
import { root } from '../../../../runner/root.mjs';
import { outputOf, type Compiler, type SeenImage } from './compiler.ts';

const reader = path.join(root, 'test/unit/core/links/compilers/batch.lua');

/** An element of pandoc's syntax tree. */
interface Element {
  readonly t: string;
  readonly c?: unknown;
}

/** @param format as `pandoc -f` takes it, with its extensions */
export function pandocReader(format: string): Compiler {
  return {
    name: `pandoc -f ${format}`,
    leftOut: whyLeftOut([pandoc]),
    async see(documents) {
      const input = documents.map((text) => `${format}\u001F${text}\u001E`).join('');
      const output = await outputOf(findProgram('pandoc') ?? '', ['-f', reader, '-t', 'json'], input);
      const { blocks } = JSON.parse(output) as { readonly blocks: readonly Element[] };
      return blocks.map((block) => imagesIn(block));
    },
  };
}

function imagesIn(value: unknown, caption?: string): readonly SeenImage[] {
  if (Array.isArray(value)) return value.flatMap((each: unknown) => imagesIn(each, caption));
  if (!isElement(value)) return [];
  if (value.t === 'Image') return [imageOf(value.c, caption)];
  // Figures are elements of their own since pandoc 3.
  if (value.t === 'Figure' && Array.isArray(value.c)) return imagesIn(value.c[2], textOf(value.c[1]));
  return imagesIn(value.c, caption);
}

/** Attributes, words, and a target of which the title marks figures before pandoc 3. */
function imageOf(content: unknown, caption: string | undefined): SeenImage {
  const [[, , attributes], words, [source, title]] = content as [
    [string, readonly string[], readonly (readonly [string, string])[]],
    readonly Element[],
    [string, string],
  ];
  const text = textOf(words);
  const named = attributes.find(([name]) => name === 'alt' || name === 'fig-alt')?.[1];
  const isFigure = caption !== undefined || title.startsWith('fig:');
  return { source, alt: named ?? text, ...(isFigure ? { caption: caption ?? text } : {}) };
}

/** Elements without words of their own, such as raw HTML, say nothing. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join('');
  if (!isElement(value)) return '';
  if (value.t === 'Str') return String(value.c);
  if (value.t === 'Space' || value.t === 'SoftBreak') return ' ';
  if (value.t.startsWith('Raw')) return '';
  if (value.t === 'Code' || value.t === 'Math') return String((value.c as readonly unknown[]).at(-1));
  return textOf(value.c);
}

function isElement(value: unknown): value is Element {
  return typeof value === 'object' && value !== null && 't' in value && typeof value.t === 'string';
}
