/** How languages write comments, by VS Code's language ids: one table for cleaning a prompt and for finding its block. */

export interface CommentSyntax {
  /** Markers that begin a comment up to the end of the line, longest first. */
  readonly line: readonly string[];
  /** Opening and closing markers, longest opening first. Docstrings count: they are where people write. */
  readonly block: readonly (readonly [open: string, close: string])[];
}

const cLike: CommentSyntax = {
  line: ['///', '//!', '//'],
  block: [
    ['/**', '*/'],
    ['/*!', '*/'],
    ['/*', '*/'],
  ],
};
const blockOnly: CommentSyntax = { line: [], block: cLike.block };
const hash: CommentSyntax = { line: ['#'], block: [] };
const docstrings: CommentSyntax = {
  line: ['#'],
  block: [
    ['"""', '"""'],
    ["'''", "'''"],
  ],
};
const dashes: CommentSyntax = { line: ['--'], block: cLike.block };
const semicolon: CommentSyntax = { line: [';'], block: [] };
const percent: CommentSyntax = { line: ['%'], block: [] };
const apostrophe: CommentSyntax = { line: ["'''", "'", 'REM '], block: [] };
const markup: CommentSyntax = { line: [], block: [['<!--', '-->']] };

export const commentSyntax: Readonly<Record<string, CommentSyntax>> = {
  ...same(cLike, 'c', 'cpp', 'cuda-cpp', 'csharp', 'java', 'javascript', 'javascriptreact', 'typescript'),
  ...same(cLike, 'typescriptreact', 'go', 'rust', 'swift', 'kotlin', 'scala', 'dart', 'groovy', 'objective-c'),
  ...same(
    cLike,
    'objective-cpp',
    'scss',
    'less',
    'stylus',
    'jsonc',
    'json5',
    'shaderlab',
    'glsl',
    'hlsl',
    'wgsl',
    'zig',
  ),
  ...same(cLike, 'solidity', 'proto3', 'proto', 'prisma', 'bicep', 'verilog', 'systemverilog', 'gdshader', 'v'),
  ...same(blockOnly, 'css'),
  ...same(hash, 'shellscript', 'yaml', 'dockercompose', 'github-actions-workflow', 'toml', 'dockerfile', 'makefile'),
  ...same(hash, 'r', 'properties', 'ignore', 'git-commit', 'git-rebase', 'gdscript', 'crystal', 'graphql', 'awk'),
  ...same(hash, 'nginx', 'cmake', 'tcl', 'editorconfig', 'dotenv', 'fish', 'nix'),
  ...same(docstrings, 'python', 'cython', 'starlark', 'snakemake'),
  ...same(dashes, 'sql', 'plsql', 'postgres', 'mysql', 'vhdl', 'ada'),
  ...same(semicolon, 'clojure', 'lisp', 'commonlisp', 'scheme', 'racket', 'elisp', 'asm', 'ini', 'autohotkey', 'llvm'),
  ...same(percent, 'bibtex', 'erlang', 'prolog'),
  ...same(apostrophe, 'vb', 'vbscript'),
  ...same(markup, 'html', 'xml', 'xsl', 'svg', 'markdown', 'mdx'),
  lua: { line: ['---', '--'], block: [['--[[', ']]']] },
  haskell: { line: ['-- |', '--'], block: [['{-', '-}']] },
  elm: { line: ['--'], block: [['{-', '-}']] },
  purescript: { line: ['-- |', '--'], block: [['{-', '-}']] },
  ocaml: {
    line: [],
    block: [
      ['(**', '*)'],
      ['(*', '*)'],
    ],
  },
  fsharp: { line: ['///', '//'], block: [['(*', '*)']] },
  pascal: {
    line: ['//'],
    block: [
      ['(*', '*)'],
      ['{', '}'],
    ],
  },
  php: { line: ['///', '//', '#'], block: cLike.block },
  hcl: { line: ['//', '#'], block: cLike.block },
  terraform: { line: ['//', '#'], block: cLike.block },
  ruby: { line: ['#'], block: [['=begin', '=end']] },
  perl: {
    line: ['#'],
    block: [
      ['=pod', '=cut'],
      ['=head1', '=cut'],
    ],
  },
  elixir: { line: ['#'], block: [['"""', '"""']] },
  coffeescript: { line: ['#'], block: [['###', '###']] },
  julia: {
    line: ['#'],
    block: [
      ['#=', '=#'],
      ['"""', '"""'],
    ],
  },
  nim: { line: ['##', '#'], block: [['#[', ']#']] },
  powershell: { line: ['#'], block: [['<#', '#>']] },
  matlab: { line: ['%'], block: [['%{', '%}']] },
  fortran: { line: ['!'], block: [] },
  'fortran-modern': { line: ['!'], block: [] },
  bat: { line: ['@REM ', 'REM ', '::'], block: [] },
  vim: { line: ['"'], block: [] },
  pug: { line: ['//-', '//'], block: [] },
  jade: { line: ['//-', '//'], block: [] },
  handlebars: {
    line: [],
    block: [
      ['{{!--', '--}}'],
      ['{{!', '}}'],
      ['<!--', '-->'],
    ],
  },
  razor: {
    line: [],
    block: [
      ['@*', '*@'],
      ['<!--', '-->'],
    ],
  },
  jinja: {
    line: [],
    block: [
      ['{#', '#}'],
      ['<!--', '-->'],
    ],
  },
  'jinja-html': {
    line: [],
    block: [
      ['{#', '#}'],
      ['<!--', '-->'],
    ],
  },
  vue: { line: cLike.line, block: [['<!--', '-->'], ...cLike.block] },
  svelte: { line: cLike.line, block: [['<!--', '-->'], ...cLike.block] },
  astro: { line: cLike.line, block: [['<!--', '-->'], ...cLike.block] },
};

export function commentSyntaxOf(languageId: string): CommentSyntax | undefined {
  return Object.hasOwn(commentSyntax, languageId) ? commentSyntax[languageId] : undefined;
}

function same(syntax: CommentSyntax, ...languageIds: readonly string[]): Readonly<Record<string, CommentSyntax>> {
  return Object.fromEntries(languageIds.map((id) => [id, syntax]));
}
