/**
 * Finds the images of LaTeX: `\includegraphics`. A scanner of our own: the parsers in JavaScript are ten times the size
 * that they may have here, and TeX cannot be parsed in full anyway.
 */
import { latexText, plainLatex } from '../../prompt/clean/plainLatex.ts';
import { keyValues } from './keyValues.ts';
import { latexArguments, type LatexArgument } from './latexArguments.ts';
import { readLatexFileName } from './latexFileName.ts';
import { latexGroups } from './latexGroups.ts';
import { latexPaths, mostEndings, mostGraphicsFolders, type LatexFolders } from './latexPaths.ts';
import { rootFolder } from './latexRoot.ts';
import type { FoundLink } from '../linkStyle.ts';
import { maskLatex } from './maskLatex.ts';
import { pixelSize } from '../pixels.ts';

const command =
  /\\(?:\\|(includegraphics|adjincludegraphics|pgfimage|graphicspath|DeclareGraphicsExtensions|caption|captionof|subcaption|subfloat|subfigure|subcaptionbox|begin|end)(?![A-Za-z]))/gu;

const anyImage = /\\(?:(?:adj)?includegraphics|pgfimage)(?![A-Za-z])/u;

/** A link whose caption may still come. */
interface Image {
  readonly link: FoundLink;
  caption: string;
}

/** An environment, or a group whose caption stands in front of it: `end` is then its own. */
interface Scope {
  readonly name: string;
  readonly end?: number;
  images: Image[];
  caption: string;
}

/** UTF-16 units: options and captions are no longer, and those within each other must not be read over and over. */
const maxArgument = 2_000;
/** Each is looked for on the disk. A document with more of them is one that somebody has made to be slow. */
const mostPaths = 100_000;
/** An environment that was opened further out than this is not looked for. */
const maxDepth = 50;

/** What is captioned in here does not describe what is around it. */
const floats =
  /^(?:figure|wrapfigure|subfigure|SCfigure|marginfigure|sidewaysfigure|floatingfigure|table|subtable)\*?$/u;

export function findLatexImages(text: string): readonly FoundLink[] {
  if (!anyImage.test(text)) return [];
  const masked = maskLatex(text);
  const groups = latexGroups(masked);
  const isPart = !/\\document(?:class|style)\b/u.test(masked);
  let folders: LatexFolders = {
    graphics: [],
    endings: isForPostScript(masked) ? ['.eps', '.ps'] : [],
    root: rootFolder(text) ?? '',
    isPart: isPart && rootFolder(text) === undefined,
  };
  let lastGraphics = 0;
  const images: Image[] = [];
  let paths = 0;
  const scopes: Scope[] = [{ name: '', images: [], caption: '' }];
  const visible = (argument: LatexArgument | undefined): string =>
    argument ? masked.slice(argument.start, Math.min(argument.end, argument.start + maxArgument)) : '';

  command.lastIndex = 0;
  for (let match = command.exec(masked); match; match = command.exec(masked)) {
    const [whole, name] = match;
    if (name === undefined) continue;
    closeGroups(match.index);
    read(name, match.index, match.index + whole.length);
  }
  closeGroups(masked.length);
  while (scopes.length > 1) closeScope();
  return images.map(({ link, caption }) => (caption === '' ? link : { ...link, caption }));

  function read(name: string, start: number, behind: number): void {
    if (name.endsWith('includegraphics') || name === 'pgfimage') addImage(start, behind);
    else if (name === 'graphicspath') {
      const [paths] = latexArguments(masked, groups, behind, 1).arguments;
      folders = { ...folders, graphics: graphicsFolders(pathsIn(visible(paths)), start) };
    } else if (name === 'DeclareGraphicsExtensions') {
      const [list] = latexArguments(masked, groups, behind, 1).arguments;
      folders = { ...folders, endings: endingsIn(visible(list)) };
    } else if (name === 'begin' || name === 'end') {
      const [environment] = latexArguments(masked, groups, behind, 1).arguments;
      if (name === 'begin') openScope(visible(environment).trim());
      else if (scopes.length > 1) closeEnvironment(visible(environment).trim());
    } else if (/^sub(?:float|figure|captionbox)$/u.test(name)) readSubfloat(name, behind);
    else addCaption(behind, name === 'captionof' ? 2 : 1);
  }

  /** In `\ifpdf … \else … \fi` there are two, of which the first one is for pictures of pixels. */
  function graphicsFolders(own: readonly string[], start: number): readonly string[] {
    const between = masked.slice(Math.max(lastGraphics, start - maxArgument), start);
    lastGraphics = start;
    return /\\else(?![A-Za-z])/u.test(between) && !/\\fi(?![A-Za-z])/u.test(between)
      ? [...new Set([...folders.graphics, ...own])].slice(0, mostGraphicsFolders)
      : own;
  }

  function addImage(start: number, behind: number): void {
    if (paths > mostPaths) return;
    const { options, arguments: given, end } = latexArguments(masked, groups, behind, 1);
    const [target] = given;
    if (!target) return;
    const image = imageAt(target, options);
    if (!image) return;
    paths += image.otherPaths?.length ?? 0;
    const one = { link: { start, end, ...image }, caption: '' };
    images.push(one);
    scopes.at(-1)?.images.push(one);
  }

  function imageAt(
    target: LatexArgument,
    options: readonly LatexArgument[],
  ): Omit<FoundLink, 'start' | 'end'> | undefined {
    const inside = masked.slice(target.start, target.end);
    if (inside.length > maxArgument) return undefined;
    const written = inside.trim();
    const targetStart = target.start + (inside.length - inside.trimStart().length);
    const name = readLatexFileName(inside);
    if (name === undefined || name === '') return undefined;
    const values = keyValues(options.map(visible).join(','));
    return {
      targetStart,
      targetEnd: targetStart + written.length,
      target: name,
      // An absolute path is no path from the document.
      ...(/^(?:[A-Za-z][A-Za-z0-9+.-]*:|\/|~\/)/u.test(name) ? { path: undefined } : latexPaths(name, folders)),
      alt: latexText(values.get('alt') ?? ''),
      ...pixelSize(values.get('width'), values.get('height')),
    };
  }

  /** For the images above it; for those below it where there are none. */
  function addCaption(behind: number, count: number): void {
    const text = latexArguments(masked, groups, behind, count).arguments[count - 1];
    const scope = scopes.at(-1);
    if (!text || !scope) return;
    scope.caption = plainLatex(visible(text));
    giveCaption(scope);
  }

  function giveCaption({ images: within, caption }: Scope): void {
    for (const image of within) image.caption ||= caption;
  }

  function readSubfloat(name: string, behind: number): void {
    const isBox = name === 'subcaptionbox';
    const { options, arguments: given } = latexArguments(masked, groups, behind, isBox ? 2 : 1);
    const [caption, content] = isBox ? given : [options.at(-1), given[0]];
    if (content) scopes.push({ name: '', end: content.end, images: [], caption: plainLatex(visible(caption)) });
  }

  function openScope(name: string): void {
    scopes.push({ name, images: [], caption: '' });
  }

  /** Environments that were left open inside end with it. One that was not opened is somebody else's. */
  function closeEnvironment(name: string): void {
    const first = Math.max(1, scopes.length - maxDepth);
    let at = scopes.length - 1;
    while (at >= first && scopes[at]?.name !== name) at--;
    for (let count = at < first ? 0 : scopes.length - at; count > 0; count--) closeScope();
  }

  function closeGroups(position: number): void {
    while ((scopes.at(-1)?.end ?? Infinity) <= position) closeScope();
  }

  function closeScope(): void {
    const scope = scopes.pop();
    if (!scope) return;
    if (scope.caption !== '') giveCaption(scope);
    // A picture in a centred box or a column belongs to the figure around it.
    const outer = scopes.at(-1);
    if (!outer || scope.caption !== '' || (floats.test(scope.name) && !scope.name.startsWith('sub'))) return;
    const [more, fewer] =
      outer.images.length < scope.images.length ? [scope.images, outer.images] : [outer.images, scope.images];
    for (const image of fewer) more.push(image);
    outer.images = more;
  }
}

/** The driver dvips takes no pictures of pixels. */
function isForPostScript(masked: string): boolean {
  return /\\usepackage\s{0,9}\[[^\]\\]{0,200}\bdvips\b[^\]\\]{0,200}\]\s{0,9}\{[^{}]{0,200}\bgraphic[sx]\b/u.test(
    masked,
  );
}

/** `.pdf,.png`, at most `mostEndings`. */
function endingsIn(text: string): readonly string[] {
  const all = text.split(',').map((ending) => ending.trim());
  return all.filter((ending) => /^\.[A-Za-z0-9.]{1,12}$/u.test(ending)).slice(0, mostEndings);
}

/** The folders that a file of LaTeX sets for all images of the document that it belongs to. */
export function graphicsFoldersOf(text: string): readonly string[] {
  const masked = maskLatex(text);
  const groups = latexGroups(masked);
  const folders = new Set<string>();
  for (const { 0: name, index } of masked.matchAll(/\\graphicspath(?![A-Za-z])/gu)) {
    if (folders.size >= mostGraphicsFolders) break;
    const [paths] = latexArguments(masked, groups, index + name.length, 1).arguments;
    if (!paths) continue;
    const written = masked.slice(paths.start, Math.min(paths.end, paths.start + maxArgument));
    for (const path of pathsIn(written)) folders.add(path);
  }
  return [...folders].slice(0, mostGraphicsFolders);
}

/** `{a/}{b/}`, at most `mostGraphicsFolders`. */
function pathsIn(text: string): readonly string[] {
  const paths = [...text.matchAll(/\{([^{}]*)\}/gu)].map(([, path = '']) => readLatexFileName(path));
  const own = paths.filter((path) => path !== undefined && path !== '' && !/^(?:\/|~|[A-Za-z]:)/u.test(path));
  return own.slice(0, mostGraphicsFolders) as string[];
}
