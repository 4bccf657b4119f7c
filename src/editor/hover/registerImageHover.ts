/** Hovering over an image link shows the image, and how it was made where that is known. */
import { Hover, languages, Range, type Disposable } from 'vscode';
import type { FoundLink } from '../../core/links/linkStyle.ts';
import { linkStyles } from '../../core/links/linkStyles.ts';
import type { History } from '../history/history.ts';
import { documentHome } from '../links/documentHome.ts';
import { findTarget } from '../links/findTarget.ts';
import type { FoundLinks } from '../links/foundLinks.ts';
import { linkCandidates } from '../links/linkCandidates.ts';
import { imageHover } from './imageHover.ts';

export function registerImageHover(
  history: Pick<History, 'refresh' | 'find'>,
  links: Pick<FoundLinks, 'in' | 'list'>,
): Disposable {
  const selector = Object.keys(linkStyles).map((language) => ({ language }));
  return languages.registerHoverProvider(selector, {
    async provideHover(document, position, cancellation) {
      const here = linksAt(links.in(document), document.offsetAt(position));
      if (here.length === 0) return undefined;
      const candidates = await linkCandidates(documentHome(document), document.languageId, links.list);
      for (const link of here) {
        if (cancellation.isCancellationRequested) return undefined;
        // Positions are those of now: the document may change while the file is looked for.
        const range = new Range(document.positionAt(link.start), document.positionAt(link.end));
        const uri = await findTarget(link, candidates, cancellation);
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
