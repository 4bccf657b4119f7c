/** Hovering over an image link shows the image, and how it was made where that is known. */
import { Hover, languages, Range, type Disposable } from 'vscode';
import { linkStyleFor, linkStyles } from '../../core/links/linkStyles.ts';
import type { History } from '../history/history.ts';
import { findTarget } from '../links/findTarget.ts';
import { imageHover } from './imageHover.ts';

export function registerImageHover(history: Pick<History, 'refresh' | 'find'>): Disposable {
  const selector = Object.keys(linkStyles).map((language) => ({ language }));
  return languages.registerHoverProvider(selector, {
    async provideHover(document, position) {
      const line = document.lineAt(position.line).text;
      const found = linkStyleFor(document.languageId)
        ?.find(line)
        .find(({ start, end }) => start <= position.character && position.character <= end);
      const uri = found?.path === undefined ? undefined : await findTarget(found.path, document);
      if (!found || !uri) return undefined;
      await history.refresh();
      const range = new Range(position.line, found.start, position.line, found.end);
      return new Hover(imageHover(uri, found.alt, history.find(uri)?.record), range);
    },
  });
}
