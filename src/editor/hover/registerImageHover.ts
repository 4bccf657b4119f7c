/** Hovering over an image link shows the image, and how it was made where that is known. */
import { Hover, languages, Range, type Disposable, type TextDocument, type Uri } from 'vscode';
import type { FoundLink } from '../../core/links/linkStyle.ts';
import { linkStyles } from '../../core/links/linkStyles.ts';
import type { History } from '../history/history.ts';
import { findTarget } from '../links/findTarget.ts';
import type { FoundLinks } from '../links/foundLinks.ts';
import { imageHover } from './imageHover.ts';

export function registerImageHover(
  history: Pick<History, 'refresh' | 'find'>,
  links: Pick<FoundLinks, 'in'>,
): Disposable {
  const selector = Object.keys(linkStyles).map((language) => ({ language }));
  return languages.registerHoverProvider(selector, {
    async provideHover(document, position) {
      const at = document.offsetAt(position);
      for (const link of linksAt(links.in(document), at)) {
        // Positions are those of now: the document may change while the file is looked for.
        const range = new Range(document.positionAt(link.start), document.positionAt(link.end));
        const uri = await firstTarget(link, document);
        if (!uri) continue;
        await history.refresh();
        return new Hover(imageHover(uri, link.alt, history.find(uri)?.record), range);
      }
      return undefined;
    },
  });
}

/** Innermost first: a picture may stand in an attribute of another. */
function linksAt(links: readonly FoundLink[], at: number): readonly FoundLink[] {
  return links.filter(({ start, end }) => start <= at && at <= end).toReversed();
}

async function firstTarget({ path, otherPaths = [] }: FoundLink, document: TextDocument): Promise<Uri | undefined> {
  for (const each of path === undefined ? otherPaths : [path, ...otherPaths]) {
    const uri = await findTarget(each, document);
    if (uri) return uri;
  }
  return undefined;
}
