import assert from 'node:assert/strict';
import { isImageFailure } from '../../../../src/core/failure.ts';
import { html } from '../../../../src/core/links/tags/html.ts';
import type { Link, LinkStyle } from '../../../../src/core/links/linkStyle.ts';
import { markdown } from '../../../../src/core/links/markdown/markdown.ts';
import { writeTemplate } from '../../../../src/core/links/writeTemplate.ts';

const link: Link = { target: { type: 'path', path: 'my img/a.png' }, alt: 'A [big]\n"fox"', width: 5, height: 6 };

describe('link templates', () => {
  const examples: readonly [template: string, style: LinkStyle | undefined, expected: readonly string[]][] = [
    ['![${alt}](${path}){width=${width}}', markdown, ['![', 'A \\[big\\] "fox"', '](<my img/a.png>){width=5}']],
    [
      '<Image src="${path}" alt="${alt}" />',
      html,
      ['<Image src="my%20img/a.png" alt="', 'A [big] &quot;fox&quot;', '" />'],
    ],
    ['.. image:: ${path}\n   :alt: ${alt}', undefined, ['.. image:: my img/a.png\n   :alt: ', 'A [big] "fox"', '']],
    ['${alt} ${alt}', undefined, ['', 'A [big] "fox"', ' A [big] "fox"']],
    ['\\${alt} ${path/my //} ${seed}', undefined, ['${alt} img/a.png 7', '', '']],
  ];
  for (const [template, style, expected] of examples) {
    it(`fill ${JSON.stringify(template)}`, () => {
      const { before, alt, after } = writeTemplate(template, link, style, { seed: '7' }, 'depict.link.template');
      assert.deepEqual([before, alt, after], expected);
    });
  }

  it('name a variable that nobody knows', () => {
    assert.throws(
      () => writeTemplate('${nope}', link, markdown, {}, 'depict.link.template'),
      (error) => isImageFailure(error) && error.failure.kind === 'invalidRequest',
    );
  });
});
