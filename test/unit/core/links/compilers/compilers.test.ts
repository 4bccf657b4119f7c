// What we write and find, by the word of the languages' own compilers.
import assert from 'node:assert/strict';
import type { Link, LinkStyle, LinkText } from '../../../../../src/core/links/linkStyle.ts';
import { linkStyles } from '../../../../../src/core/links/linkStyles.ts';
import { oneLine } from '../../../../../src/core/links/oneLine.ts';
import { joinPath } from '../../../../../src/core/names/uriPath.ts';
import { pseudoRandom } from '../../pseudoRandom.ts';
import { asciidoctorCompiler } from './asciidoctor.ts';
import type { Compiler } from './compiler.ts';
import { docutilsCompiler } from './docutils.ts';
import { esbuildCss, esbuildJsx } from './esbuild.ts';
import { pandocReader } from './pandoc.ts';
import { hardSamples, randomSamples, type Sample } from './samples.ts';
import { tex } from './tex.ts';
import { typstCompiler } from './typst.ts';

type Around = (link: LinkText) => string;

interface Case {
  readonly language: keyof typeof linkStyles;
  readonly compiler: Compiler;
  /** Documents around a link, as a block and within a line. */
  readonly around: readonly [Around, ...Around[]];
  /** Paths that the language, or this compiler of it, cannot say. */
  readonly cannotName?: RegExp;
  /** True for paths that stand as they are. */
  readonly isPlain?: true;
  /** False where there are no alt texts, or this compiler knows none. */
  readonly saysAlt?: false;
  readonly saysCaption?: false;
}

const alone = (link: LinkText): string => `${joined(link)}\n`;
const between = (link: LinkText): string => `A fox, and code.\n\n${joined(link)}\n\nMore of (it), and so on.\n`;
const within = (link: LinkText): string => `It is ${joined(link.inline ?? link)} here, so it is.\n`;
const amongMarks = (link: LinkText): string => `It is *so* ${joined(link.inline ?? link)} here, \`so\` _it_ is.\n`;
const inItem = (link: LinkText): string => `- one\n- two ${joined(link.inline ?? link)}\n- three\n`;
const inMarkup = (link: LinkText): string => `<p>It's a &lt; ${joined(link)} here</p>\n`;
const inCode = (link: LinkText): string => `const a = 5;\nconst b = <p>it's {a < 3} ${joined(link)}</p>;\n`;
const inRule = (link: LinkText): string => `.a {\n  ${joined(link)}\n  color: red;\n}\n`;

const cases: readonly Case[] = [
  ...(['commonmark', 'gfm'] as const).map((format): Case => {
    return {
      language: 'markdown',
      compiler: pandocReader(format),
      around: [alone, between, within, amongMarks, inItem],
    };
  }),
  // Without typographic quotation marks: those are another way to write the same.
  {
    language: 'quarto',
    compiler: pandocReader('markdown-smart'),
    around: [alone, between, within, amongMarks, inItem],
  },
  { language: 'html', compiler: pandocReader('html'), around: [inMarkup] },
  { language: 'svelte', compiler: pandocReader('html'), around: [inMarkup] },
  { language: 'typescriptreact', compiler: esbuildJsx, around: [inCode] },
  { language: 'css', compiler: esbuildCss, around: [inRule], saysAlt: false },
  { language: 'restructuredtext', compiler: docutilsCompiler, around: [alone, between] },
  { language: 'asciidoc', compiler: asciidoctorCompiler, around: [alone, between, within, amongMarks, inItem] },
  // Pandoc leaves Org's escapes of brackets as they are.
  {
    language: 'org',
    compiler: pandocReader('org'),
    around: [alone, between],
    cannotName: /[^\S ]|^ | $| {2}|[[\]\\]/u,
    isPlain: true,
  },
  // TeX opens no file whose name has a quotation mark, a control character or an odd space.
  {
    language: 'latex',
    compiler: tex,
    around: [alone, between],
    cannotName: /"|[^\S ]|\p{Cc}/u,
    isPlain: true,
    saysAlt: false,
  },
  {
    language: 'latex',
    compiler: pandocReader('latex'),
    around: [alone, between],
    cannotName: /["\s\\{}%#~^]/u,
    isPlain: true,
    saysAlt: false,
  },
  { language: 'typst', compiler: typstCompiler, around: [alone, between, within, amongMarks, inItem], isPlain: true },
];

for (const {
  language,
  compiler,
  around,
  cannotName,
  isPlain = false,
  saysAlt = true,
  saysCaption = saysAlt,
} of cases) {
  const { name, leftOut, see } = compiler;
  const style: LinkStyle = linkStyles[language];

  describe(`links of ${language}, by the word of ${name}${leftOut === undefined ? '' : ` (left out: ${leftOut})`}`, () => {
    it('lead to the file, say the prompt, and are found', async function () {
      if (leftOut !== undefined) return this.skip();
      this.timeout(60_000);
      const tried = documents(style, around, cannotName);
      const seen = await see(
        tried.map(({ text }) => text),
        tried.map(({ path }) => path),
      );
      for (const [index, { path, alt, text }] of tried.entries()) {
        const images = seen[index] ?? [];
        const about = JSON.stringify({ path, alt, text, images });
        assert.equal(images.length, 1, about);
        const [image] = images;
        const source = image?.source ?? '';
        assert.equal(place(isPlain ? source : decoded(source)), place(path), about);
        // Without one, some compilers make one up.
        if (saysAlt && plain(alt) !== '') assert.equal(plain(image?.alt ?? ''), plain(alt), about);
        const found = style.find(text).map((link) => place(link.path ?? ''));
        assert.deepEqual(found, [place(path)], about);
      }
    });

    const { writeFigure } = style;
    if (!writeFigure) return;
    it('are figures where that is wanted, with a caption', async function () {
      if (leftOut !== undefined) return this.skip();
      this.timeout(60_000);
      const tried = figures(writeFigure, around.slice(0, 2), cannotName);
      const seen = await see(
        tried.map(({ text }) => text),
        tried.map(({ path }) => path),
      );
      for (const [index, { path, alt, text }] of tried.entries()) {
        const [image, ...others] = seen[index] ?? [];
        const about = JSON.stringify({ path, alt, text, image, others });
        assert.ok(image && others.length === 0, about);
        assert.equal(place(isPlain ? image.source : decoded(image.source)), place(path), about);
        if (saysAlt) assert.equal(plain(image.alt ?? ''), plain(alt), about);
        if (saysCaption) assert.equal(plain(image.caption ?? ''), plain(alt), about);
        const found = style.find(text);
        assert.deepEqual(
          found.map((link) => place(link.path ?? '')),
          [place(path)],
          about,
        );
        const [link] = found;
        const words = [link?.alt ?? '', link?.caption ?? link?.alt ?? ''].map(plain);
        assert.deepEqual(words, [plain(alt), plain(alt)], about);
      }
    });
  });
}

interface Document extends Sample {
  readonly text: string;
}

/** Hard links stand in the first place and in one of the other places, random ones anywhere. */
function documents(style: LinkStyle, around: Case['around'], cannotName: RegExp | undefined): readonly Document[] {
  const random = pseudoRandom(72);
  const places = [
    ...hardSamples.flatMap((sample) => [around[0], random.pick(around)].map((make) => ({ sample, make }))),
    ...randomSamples(71, 100).map((sample) => ({ sample, make: random.pick(around) })),
  ];
  return places
    .filter(({ sample }) => cannotName?.test(sample.path) !== true)
    .map(({ sample, make }) => ({ ...sample, text: make(style.write(linkTo(sample))) }));
}

function figures(
  write: NonNullable<LinkStyle['writeFigure']>,
  around: readonly Around[],
  cannotName: RegExp | undefined,
): readonly Document[] {
  const random = pseudoRandom(74);
  return [...hardSamples, ...randomSamples(73, 40)]
    .filter(({ path, alt }) => cannotName?.test(path) !== true && plain(alt) !== '')
    .map((sample) => ({ ...sample, text: random.pick(around)(write(linkTo(sample))) }));
}

function joined({ before, alt, after }: Omit<LinkText, 'inline'>): string {
  return before + alt + after;
}

function linkTo({ path, alt }: Sample): Link {
  return { target: { type: 'path', path }, alt, width: 640, height: 480 };
}

/** What is read the same: composed letters, apostrophes as printers have them, characters that nobody sees. */
function plain(alt: string): string {
  return oneLine(alt).normalize().replaceAll('’', "'");
}

/** As browsers do: a `%` that encodes nothing stands for itself. */
function decoded(source: string): string {
  return source.replace(/(?:%[0-9A-F]{2})+/giu, (bytes) => decodeURIComponent(bytes));
}

/** Pandoc composes what Unicode lets be written in two ways. */
function place(path: string): string {
  return joinPath('/docs/book', path).normalize();
}
