import assert from 'node:assert/strict';
import { blockAt } from '../../../../../src/core/prompt/blocks/blockAt.ts';
import { pseudoRandom } from '../../pseudoRandom.ts';

// `‸` is where the cursor is; expected are the lines of its block, or nothing.
describe('the block at the cursor', () => {
  const examples: readonly [languageId: string, document: string, expected: string | undefined][] = [
    ['markdown', 'a\n\nb‸\nc\n\nd', 'b\nc'],
    ['markdown', 'a\n‸\nb', undefined],
    ['markdown', '# a‸\nb', '# a'],
    ['markdown', '# a\nb‸\n## c', 'b'],
    ['markdown', 'a‸\n===\nb', 'a\n==='],
    ['markdown', '- a\n- b‸\n  c\n- d', '- b\n  c'],
    ['markdown', '1. a\n2. b‸', '2. b'],
    ['markdown', 'in\n1984. b‸', 'in\n1984. b'],
    ['markdown', '> a‸\n> b\n\nc', '> a\n> b'],
    ['markdown', '| a | b |\n|---|---|\n| c‸ | d |\n| e | f |', '| c | d |'],
    ['markdown', '---‸\ntitle: a\n---\nb', undefined],
    ['markdown', '---\ntitle: a‸\n---\nb', undefined],
    ['markdown', '---\ntitle: a\n---\nb‸', 'b'],
    ['markdown', 'a\n```\nb‸\n\nc\n```\nd', 'b\n\nc'],
    ['markdown', 'a\n```‸\nb\n```\nd', 'b'],
    ['markdown', 'a\n```\n```‸\nd', undefined],
    ['markdown', 'a\n```\nb\n```\nd‸', 'd'],
    ['markdown', '```\na\n\nb‸', 'a\n\nb'],
    ['markdown', '<!-- a\n\nb‸ -->\nc', '<!-- a\n\nb -->'],
    ['markdown', 'a\n\n***‸\n\nb', undefined],
    ['plaintext', 'a\nb‸\n\nc', 'a\nb'],
    ['latex', 'a\nb‸\n\nc', 'a\nb'],
    ['latex', 'a\n% b‸\n% c\nd', '% b\n% c'],
    ['latex', '\\section{a‸}\nb', '\\section{a}'],
    ['latex', 'a\n\\item b‸\nc\n\\item d', '\\item b\nc'],
    ['tex', '\\begin{verbatim}\na\n\nb‸\n\\end{verbatim}', 'b'],
    ['restructuredtext', 'a\nb‸\n\nc', 'a\nb'],
    ['restructuredtext', 'A title‸\n=======\nb', 'A title\n======='],
    ['restructuredtext', '- a\n- b‸\n  c\n- d', '- b\n  c'],
    ['restructuredtext', '.. a‸\n   b\n\nc', '.. a\n   b'],
    ['restructuredtext', 'a::\n\n   b‸\n\n   c\n\nd', '   b\n\n   c'],
    ['restructuredtext', '.. note:: a‸\n   b\n\n   c', '.. note:: a\n   b'],
    ['asciidoc', 'a\nb‸\n\nc', 'a\nb'],
    ['asciidoc', '== a‸\nb', '== a'],
    ['asciidoc', '* a\n* b‸\nc\n* d', '* b\nc'],
    ['asciidoc', '----\na\n\nb‸\n----', 'a\n\nb'],
    ['asciidoc', ':a: b‸\n', undefined],
    ['asciidoc', '|===\n|a‸\n|b\n|===', '|a'],
    ['typst', 'a\nb‸\n\nc', 'a\nb'],
    ['typst', '= a‸\nb', '= a'],
    ['typst', '- a\n- b‸', '- b'],
    ['typst', '#let x = "a"‸\nb', undefined],
    ['typst', '/* a\n\nb‸ */\nc', '/* a\n\nb */'],
    ['typst', '// a\n// b‸\nc', '// a\n// b'],
    ['org', 'a\nb‸\n\nc', 'a\nb'],
    ['org', '* a‸\nb', '* a'],
    ['org', '- a\n- b‸\n  c\n- d', '- b\n  c'],
    ['org', '#+begin_src x\na\n\nb‸\n#+end_src', 'a\n\nb'],
    ['org', '#+TITLE: a‸\n', undefined],
    ['org', '# a\n# b‸\nc', '# a\n# b'],
    ['typescript', 'x();\n// a\n// b‸\ny();', '// a\n// b'],
    ['typescript', 'x();‸\n// a', undefined],
    ['typescript', "glob('src/**/*.ts');\nx();‸\n/* a */", undefined],
    ['typescript', '/**\n * a‸\n *\n * b\n */\nx();', '/**\n * a\n *\n * b\n */'],
    ['typescript', '/* a */\nx();‸', undefined],
    ['python', 'def f():\n    """A fox\n\n    in snow.‸\n    """\n    pass', '    """A fox\n\n    in snow.\n    """'],
    ['python', 'def f():\n    """A fox."""\n    pass‸', undefined],
    ['python', 'P = """A fox\nin snow‸"""\nx', 'P = """A fox\nin snow"""'],
    ['html', '<div>\n<p>a\nb‸ <b>c</b>\nd</p>\n</div>', '<p>a\nb <b>c</b>\nd</p>'],
    ['html', '<p>a</p>\n<p>b‸</p>\n<p>c</p>', '<p>b</p>'],
    ['html', '<!--\na‸\n-->\n<p>', '<!--\na\n-->'],
  ];
  for (const [languageId, document, expected] of examples) {
    it(`in ${languageId}: ${JSON.stringify(document)}`, () => {
      const rows = document.replace('‸', '').split('\n');
      const line = document.slice(0, document.indexOf('‸')).split('\n').length - 1;
      const block = blockAt(linesOf(rows), line, languageId);
      assert.equal(block && rows.slice(block.startLine, block.endLine + 1).join('\n'), expected);
    });
  }

  it('is nothing outside of the document', () => {
    assert.equal(blockAt(linesOf(['a']), 1, 'markdown'), undefined);
    assert.equal(blockAt(linesOf(['a']), -1, 'markdown'), undefined);
  });

  it('holds the cursor, wherever it is', () => {
    const random = pseudoRandom(53);
    const languages = [
      'markdown',
      'typescript',
      'python',
      'html',
      'plaintext',
      'rst',
      'asciidoc',
      'tex',
      'typst',
      'org',
    ];
    const parts = [
      'a',
      '',
      '- b',
      '> c',
      '# d',
      '```',
      '---',
      '<!--',
      '-->',
      '| e |',
      '// f',
      '/*',
      '*/',
      '"""',
      '# g',
      '<p>',
      '* h',
      '.. i',
      '  j::',
      '----',
      '[source]',
      '#+begin_src',
      '#+end_src',
      ':k: l',
      '\\begin{verbatim}',
      '\\end{verbatim}',
      '#let m = (',
      ')',
    ];
    for (let i = 0; i < 5_000; i++) {
      const rows = Array.from({ length: 1 + random.below(8) }, () => random.pick(parts));
      const line = random.below(rows.length);
      const languageId = random.pick(languages);
      const block = blockAt(linesOf(rows), line, languageId);
      if (!block) continue;
      const about = JSON.stringify({ rows, line, languageId, block });
      assert.ok(0 <= block.startLine && block.startLine <= block.endLine && block.endLine < rows.length, about);
      // On a fence's own line, what is meant is beside the cursor.
      const isFence = /^(?:```|---|#\+)/u.test(rows[line] ?? '') && languageId !== 'typescript';
      assert.ok(isFence || (block.startLine <= line && line <= block.endLine), about);
    }
  });
});

function linesOf(rows: readonly string[]): { count: number; lineAt: (line: number) => string } {
  return { count: rows.length, lineAt: (line) => rows[line] ?? assert.fail(`no line ${line}`) };
}
