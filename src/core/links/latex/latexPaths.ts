/** Where LaTeX looks for an image: in `\graphicspath`, and by the endings that may be left out. */
import type { FoundLink } from '../linkStyle.ts';

const ending = /\.(?:png|jpe?g|pdf|eps|svg|ps|mps|gif|webp|tiff?|bmp|jbig2|jb2|avif)$/iu;
/** In pdfLaTeX's order, then what the others take. */
const endings = '.pdf .png .jpg .mps .jpeg .PDF .PNG .JPG .JPEG .eps .ps .svg'.split(' ');
/** What image models make, as LaTeX takes it. */
const makeable = /^\.(?:png|jpe?g)$/iu;

/** What pictures are made of when the document is built: the one that is wanted is not missing. */
const sources = ['', '.tex', '.tikz', '.pgf', '.dot', '.gv', '.asy', '.mp', '.fig', '.dia', '.drawio', '.gp', '.plt'];

/** More are not written by hand, and each is looked into for every image. */
export const mostGraphicsFolders = 20;

/** Of more, nobody has written the list. */
export const mostEndings = 20;

export interface LatexFolders {
  /** Of `\graphicspath`, in its order; each with its slash, as written. At most `mostGraphicsFolders`. */
  readonly graphics: readonly string[];
  /** Those that may be left out by the document's own word, in its order; empty for LaTeX's. At most `mostEndings`. */
  readonly endings: readonly string[];
  /** What leads from the document to the folder that LaTeX runs in, for parts of a larger document; empty at the top. */
  readonly root: string;
  /** A part that does not say where its main file is: that may be further up. */
  readonly isPart: boolean;
}

/**
 * The paths of an image that is written as `name`. LaTeX looks beside the main file first. A new image goes there too
 * if the name has a folder or there is no `\graphicspath`, otherwise into its first folder. A missing ending is the first
 * of the document's own that image models make, `.png` where it names none. Where it names others only, LaTeX would not
 * find what a model makes: then the first of those.
 */
export function latexPaths(name: string, folders: LatexFolders): Pick<FoundLink, 'path' | 'otherPaths'> {
  const pictures = ending.test(name)
    ? [name]
    : [...new Set([...folders.endings, ...endings])].map((each) => name + each);
  const drawn = ending.test(name) ? [] : sources.map((each) => name + each);
  const starts = name.startsWith('/') ? [''] : ['', ...folders.graphics];
  const first = !name.includes('/') && folders.graphics[0] !== undefined ? folders.graphics[0] : '';
  const under = (names: readonly string[]): readonly string[] =>
    names.flatMap((each) => starts.map((start) => folders.root + start + each));
  const own = under(pictures);
  const ups = folders.isPart && !name.startsWith('/') ? ['../', '../../'] : [];
  const all = [...own, ...under(drawn), ...ups.flatMap((up) => own.map((path) => up + path))];
  const missing = folders.endings.find((each) => makeable.test(each)) ?? folders.endings[0] ?? '.png';
  const path = folders.root + first + (ending.test(name) ? name : name + missing);
  const otherPaths = [...new Set(all)].filter((each) => each !== path);
  return otherPaths.length === 0 ? { path } : { path, otherPaths };
}
