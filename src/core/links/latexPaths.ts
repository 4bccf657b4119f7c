/** Where LaTeX looks for an image: in `\graphicspath`, and by the endings that may be left out. */
import type { FoundLink } from './linkStyle.ts';

const ending = /\.(?:png|jpe?g|pdf|eps|svg|ps|mps|gif|webp|tiff?|bmp|jbig2|jb2|avif)$/iu;
/** In pdfLaTeX's order, then what the others take. */
const endings = ['.pdf', '.png', '.jpg', '.mps', '.jpeg', '.eps', '.svg'];

/** What pictures are made of when the document is built: the one that is wanted is not missing. */
const sources = ['', '.tex', '.tikz', '.pgf', '.dot', '.gv', '.asy', '.mp', '.fig', '.dia', '.drawio', '.gp', '.plt'];

export interface LatexFolders {
  /** Of `\graphicspath`, in its order; each with its slash, as written. */
  readonly graphics: readonly string[];
  /** What leads from the document to the folder that LaTeX runs in, for parts of a larger document; empty at the top. */
  readonly root: string;
  /** A part that does not say where its main file is: that may be further up. */
  readonly isPart: boolean;
}

/**
 * The paths of an image that is written as `name`. LaTeX looks beside the main file first. A new image goes there too
 * if the name has a folder or there is no `\graphicspath`, otherwise into its first folder; a missing ending is `.png`,
 * the one that image models make.
 */
export function latexPaths(name: string, folders: LatexFolders): Pick<FoundLink, 'path' | 'otherPaths'> {
  const names = ending.test(name) ? [name] : [...endings, ...sources].map((each) => name + each);
  const starts = name.startsWith('/') ? [''] : ['', ...folders.graphics];
  const first = !name.includes('/') && folders.graphics[0] !== undefined ? folders.graphics[0] : '';
  const all = names.flatMap((each) => starts.map((start) => folders.root + start + each));
  if (folders.isPart && !name.startsWith('/'))
    all.push(...['../', '../../'].flatMap((up) => all.map((path) => up + path)));
  const path = folders.root + first + (ending.test(name) ? name : `${name}.png`);
  const otherPaths = [...new Set(all)].filter((each) => each !== path);
  return otherPaths.length === 0 ? { path } : { path, otherPaths };
}
