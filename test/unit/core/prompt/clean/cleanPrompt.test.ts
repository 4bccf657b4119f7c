import assert from 'node:assert/strict';
import { cleanPrompt } from '../../../../../src/core/prompt/clean/cleanPrompt.ts';
import { nastyText } from '../../nastyText.ts';
import { pseudoRandom } from '../../pseudoRandom.ts';

type Example = readonly [text: string, expected: string];

const markdown: readonly Example[] = [
  ['# A lighthouse at dusk ##', 'A lighthouse at dusk'],
  ['## A lighthouse {#id}', 'A lighthouse'],
  ['Title\n=====\ntext', 'Title text'],
  ['- [ ] **bold** and _em_ *it* ~~gone~~ ***both***', 'bold and em it gone both'],
  ['> quote\n> > more', 'quote more'],
  ['> [!NOTE]\n> A fox', 'A fox'],
  ['1. one\n2) two', 'one two'],
  ['- a\n  * b\n    continued', 'a b continued'],
  ['[text](http://x.y "t") and ![alt](a.png) [ref][r] note[^1]', 'text and alt ref note'],
  ['[![a fox](fox.png)](https://x.y)', 'a fox'],
  ['[^1]: A note', 'A note'],
  ['A fox\n\n[ref]: https://x.y "title"', 'A fox'],
  ['<https://example.com> and <b>bold</b>,<br>new', 'https://example.com and bold, new'],
  ['`code` ``a ` b``', 'code a ` b'],
  ['| a | b |\n|---|:-:|\n| c | d |', 'a b c d'],
  ['---\ntitle: x\n---\nA lighthouse', 'A lighthouse'],
  ['+++\ntitle = "x"\n+++\nA lighthouse', 'A lighthouse'],
  ['---\nA lighthouse\n---', 'A lighthouse'],
  ['```prompt\nA *lighthouse*\n```', 'A *lighthouse*'],
  ['::: tip\nA fox\n:::', 'A fox'],
  ['* * *\nA fox', 'A fox'],
  [String.raw`a\*b\* &amp; &lt;b&gt; &#9731;`, 'a*b* & <b> ☃'],
  ['A fox <!-- red? --> in snow', 'A fox in snow'],
  ['<!-- A lighthouse at dusk -->', 'A lighthouse at dusk'],
  ['<div align="center">\n<img alt="a fox" src="x">\n</div>', 'a fox'],
  ['**強調**です。*これ*も\n海辺', '強調です。これも海辺'],
  ['한국어\n등대', '한국어 등대'],
  ['**not closed and *x', '**not closed and *x'],
  // What a prompt means
  [
    '(word:1.2), [cat:dog:0.5], ((masterpiece)), {a|b}, [[wiki]]',
    '(word:1.2), [cat:dog:0.5], ((masterpiece)), {a|b}, [[wiki]]',
  ],
  ['<lora:foo:0.8> a --ar 16:9 --no text', '<lora:foo:0.8> a --ar 16:9 --no text'],
  [
    'a c# logo, 3 * 4, 2*3*4, snake_case, #1 fan, I <3 you, x < y > z',
    'a c# logo, 3 * 4, 2*3*4, snake_case, #1 fan, I <3 you, x < y > z',
  ],
  ['1984. A novel', '1984. A novel'],
  ['50% off, $5, ~5 km, C:\\temp, "quoted"', '50% off, $5, ~5 km, C:\\temp, "quoted"'],
];

const code: readonly (readonly [languageId: string, ...Example])[] = [
  ['typescript', '// A lighthouse\n// at dusk', 'A lighthouse at dusk'],
  ['typescript', '/**\n * A lighthouse\n *\n * at 3 * 4 dusk\n */', 'A lighthouse at 3 * 4 dusk'],
  ['typescript', '   * A lighthouse\n   * at dusk', 'A lighthouse at dusk'],
  ['typescript', 'a lighthouse\n * at dusk', 'a lighthouse * at dusk'],
  ['typescript', 'see https://x.y // dusk', 'see https://x.y // dusk'],
  ['typescriptreact', '/* a fox */', 'a fox'],
  ['javascript', '"a red fox";', 'a red fox'],
  ['javascript', '`a red fox`', 'a red fox'],
  ['rust', '//! a fox\n/// in snow', 'a fox in snow'],
  ['csharp', '/// <summary>\n/// A List<String> fox\n/// </summary>', 'A List<String> fox'],
  ['python', '# a fox\n#  in snow', 'a fox in snow'],
  ['python', '    """A fox\n    in snow."""', 'A fox in snow.'],
  ['python', "'''A fox'''", 'A fox'],
  ['python', '#1 fan', '#1 fan'],
  ['yaml', '## a fox', 'a fox'],
  ['sql', '-- a fox\n-- in snow', 'a fox in snow'],
  ['lua', '--[[ a fox\n in snow ]]', 'a fox in snow'],
  ['haskell', '{- a fox -}', 'a fox'],
  ['ocaml', '(* a fox *)', 'a fox'],
  ['clojure', ';; a fox\n;; in snow', 'a fox in snow'],
  ['latex', '% a fox\n% in snow', 'a fox in snow'],
  ['latex', '\\section{A \\emph{red} fox}\\label{sec:fox}\nin snow % todo\n', 'A red fox in snow'],
  ['latex', "A ``red'' fox~\\cite{x}, 50\\% \\& \\textbf{big} -- \\\"{o} caf\\'e", 'A “red” fox , 50% & big -- ö café'],
  ['latex', '\\begin{itemize}\n\\item[a] one\n\\item two\n\\end{itemize}', 'one two'],
  ['latex', 'snake\\_case, {a|b}, 3 * 4', 'snake_case, a|b, 3 * 4'],
  ['restructuredtext', 'A *red* **fox**\n===============\n\nin ``snow``', 'A red fox in snow'],
  ['restructuredtext', '.. A red fox\n   in snow', 'A red fox in snow'],
  ['restructuredtext', '.. note:: A fox\n   :class: x\n\n   in snow', 'A fox in snow'],
  ['restructuredtext', '.. figure:: a.png\n   :alt: a fox\n   :width: 3\n\n   In snow', 'a fox In snow'],
  ['restructuredtext', '- a `fox <https://x.y>`_\n- :ref:`in snow <x>` |y|\n\n.. _x:', 'a fox in snow y'],
  ['restructuredtext', 'A fox::\n\n   in snow', 'A fox: in snow'],
  ['asciidoc', '== A *red* _fox_ ==', 'A red fox =='],
  ['asciidoc', '* a `fox`\n** in https://x.y[snow] and xref:a.adoc[dusk]', 'a fox in snow and dusk'],
  ['asciidoc', '// a fox\n// in snow', 'a fox in snow'],
  ['asciidoc', '.Title\n[quote]\n____\nA fox\n____', 'Title A fox'],
  ['asciidoc', ':a: b\n|===\n|a |fox\n|===\n', 'a fox'],
  ['asciidoc', 'image::a.png[a fox,300] c# 3 * 4 * 5 snake_case', 'a fox c# 3 * 4 * 5 snake_case'],
  ['typst', '= A *red* _fox_ <x>\nin snow @y', 'A red fox in snow'],
  ['typst', '- a `fox`\n+ in #emph[snow] #footnote[x] // y', 'a fox in snow'],
  ['typst', '// a fox\n// in snow', 'a fox in snow'],
  ['typst', '/* a fox\n * in snow */', 'a fox in snow'],
  ['typst', 'a \\#1 fan, 3 \\* 4, snake_case', 'a #1 fan, 3 * 4, snake_case'],
  ['org', '* TODO [#A] A *red* /fox/ [1/2] :a:b:', 'A red fox'],
  ['org', '- [ ] a ~fox~ in [[https://x.y][snow]]', 'a fox in snow'],
  ['org', '#+CAPTION: A fox\n#+ATTR_HTML: :width 3\n[[file:a.png]]', 'A fox a.png'],
  ['org', '# a fox\n# in snow', 'a fox in snow'],
  ['org', '#+begin_src prompt\na *fox*\n#+end_src', 'a *fox*'],
  ['bat', 'REM a fox\nrem in snow\nREM', 'a fox in snow'],
  ['vb', "' a fox", 'a fox'],
  ['css', '/* a fox\n   in snow */', 'a fox in snow'],
  ['ruby', '=begin\nA fox\n=end', 'A fox'],
  ['powershell', '<# a fox #>', 'a fox'],
  ['html', '<p class="x">A <b>r</b>ed fox &amp; co</p>\n<!-- todo --><script>alert(1)</script>', 'A red fox & co'],
  ['html', '<!-- A lighthouse -->', 'A lighthouse'],
  ['html', '<img alt="a &quot;big&quot; fox" src="x"> in snow', 'a "big" fox in snow'],
  ['html', '<p title="a > b">fox', 'fox'],
  ['handlebars', '{{!-- a fox --}}', 'a fox'],
  ['plaintext', '# 1 * a <b>fox</b>\n- **x**', '# 1 * a <b>fox</b> - **x**'],
  ['nobody-knows', '// a fox', '// a fox'],
];

describe('cleaning a prompt', () => {
  for (const [text, expected] of markdown) {
    it(`of Markdown: ${JSON.stringify(text)}`, () => assert.equal(cleanPrompt(text, 'markdown'), expected));
  }

  for (const [languageId, text, expected] of code) {
    it(`of ${languageId}: ${JSON.stringify(text)}`, () => assert.equal(cleanPrompt(text, languageId), expected));
  }

  it('takes away what cannot be seen, and keeps what joins', () => {
    const text = 'a\u0000\u202e\u200b\ufeff b\u00a0\tc\r\nd 👩‍🚀 می‌خواهم \ud800';
    assert.equal(cleanPrompt(text, 'plaintext'), 'a b c d 👩‍🚀 می‌خواهم');
  });

  const languages = 'markdown html typescript python lua plaintext rst asciidoc latex typst org'.split(' ');

  it('gives one line of whole characters, whatever is selected', function () {
    this.timeout(20_000);
    const random = pseudoRandom(51);
    for (let i = 0; i < 5_000; i++) {
      const text = random.text(
        [...nastyText, '// ', ' * ', '/*', '*/', '# ', '"""', '---\n', '\n\n', '<script>', '- '],
        20,
      );
      const prompt = cleanPrompt(text, random.pick(languages));
      assert.doesNotMatch(prompt, /[\p{Cc}\p{Cs}\u202a-\u202e]|^\s|\s$|\s\s/u, JSON.stringify({ text, prompt }));
    }
  });

  it('takes time that grows with the text and no faster', function () {
    this.timeout(30_000);
    const units = [
      '*',
      '_',
      '**a ',
      '[',
      '[a](',
      '![a](b "',
      '`',
      '``a`',
      '<',
      '<b',
      '<!--',
      '<svg>',
      '<p "',
      '| ',
      '> ',
      '- ',
      '#',
      '\\',
    ];
    units.push(
      '&',
      '[^',
      '[a][',
      '*a*_b_',
      '~~a ',
      '1. ',
      '\n',
      '```\n',
      '---\n',
      '{',
      'a. ',
      '夕\n',
      ' ',
      '\t',
      '/*',
      '"""\n',
      '{#',
      ' |',
    );
    for (const unit of units) {
      const text = unit.repeat(50_000 / unit.length);
      for (const languageId of languages) {
        const start = performance.now();
        cleanPrompt(text, languageId);
        assert.ok(performance.now() - start < 2_000, `${languageId} ${JSON.stringify(unit)}`);
      }
    }
  });
});
