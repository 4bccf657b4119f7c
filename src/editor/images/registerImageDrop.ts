/** An image that is dragged from the sidebar into a text becomes a link there, as that language writes it. */
import {
  DocumentDropEdit,
  DocumentDropOrPasteEditKind,
  l10n,
  languages,
  Position,
  Range,
  SnippetString,
  type Disposable,
} from 'vscode';
import { imageDragType } from '../../core/sidebar/imageDragType.ts';
import type { History } from '../history/history.ts';
import { storedPicture } from '../history/storedImage.ts';
import { documentHome } from '../links/documentHome.ts';
import { hasLinkSyntax, linkFor } from '../links/linkFor.ts';
import type { ContextFor } from './insertImage.ts';

/** The user holds Shift, as for everything that is dropped into a text. */
export function registerImageDrop(history: Pick<History, 'get'>, contextFor: ContextFor): Disposable {
  return languages.registerDocumentDropEditProvider(
    '*',
    {
      async provideDocumentDropEdits(document, position, data) {
        const image = history.get((await data.get(imageDragType)?.asString()) ?? '');
        const context = contextFor(documentHome(document), document.languageId);
        if (!image || !hasLinkSyntax(context)) return undefined;
        const textBefore = document.getText(new Range(new Position(0, 0), position));
        const { before, alt, after } = await linkFor(storedPicture(image), { ...context, textBefore });
        const text = new SnippetString().appendText(before);
        return new DocumentDropEdit(
          alt === '' ? text.appendText(after) : text.appendPlaceholder(alt).appendText(after),
          l10n.t('Insert the link to the image'),
          DocumentDropOrPasteEditKind.Empty.append('depict', 'image'),
        );
      },
    },
    {
      dropMimeTypes: [imageDragType],
      providedDropEditKinds: [DocumentDropOrPasteEditKind.Empty.append('depict', 'image')],
    },
  );
}
