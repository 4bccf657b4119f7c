/** Writes the link to an image that is already there into a document. */
import { env, l10n, Uri, window, workspace, type TextDocument, type TextEditor } from 'vscode';
import type { HistoryImage } from '../../core/history/event.ts';
import { storedPicture } from '../history/storedImage.ts';
import { createAnchor, type Anchor } from '../links/anchor.ts';
import { documentHome } from '../links/documentHome.ts';
import { linkFor, linkText, type LinkContext } from '../links/linkFor.ts';
import type { LinkWriter } from '../links/linkWriter.ts';
import { shownPath } from '../uri/shownPath.ts';

/** Settings and folders for the links of a document. */
export type ContextFor = (document: Uri | undefined, languageId: string | undefined) => LinkContext;

/**
 * At the place where the job was begun, else at the cursor of the editor that was used last.
 * @returns the document that has the link now
 */
export async function insertImage(
  image: HistoryImage,
  remembered: Anchor | undefined,
  editor: TextEditor | undefined,
  links: LinkWriter,
  contextFor: ContextFor,
): Promise<TextDocument | undefined> {
  const document = (await remembered?.findDocument()) ?? editor?.document;
  const anchor =
    document && remembered?.uri.toString() === document.uri.toString()
      ? remembered
      : editor && createAnchor(editor.document, editor.selection, editor.selection);
  if (!document || !anchor) {
    void offerPlace(image, contextFor);
    return undefined;
  }
  try {
    const context = contextFor(documentHome(document), document.languageId);
    const result = await links.insert([storedPicture(image)], context, anchor, positionIn(document));
    if (result === 'written') return document;
    void offerLink(l10n.t('The link could not be written into the document.'), image, contextFor);
    return undefined;
  } finally {
    if (anchor !== remembered) anchor.dispose();
  }
}

/** A paragraph of its own: nobody wants a picture in the middle of a sentence, unless the settings say so. */
function positionIn(document: TextDocument): 'cursor' | 'below' {
  return workspace.getConfiguration('depict', document).get('link.position') === 'cursor' ? 'cursor' : 'below';
}

/** As the document of the editor writes it, else in Markdown. */
export async function copyLink(
  image: HistoryImage,
  editor: TextEditor | undefined,
  contextFor: ContextFor,
): Promise<void> {
  const context = editor
    ? contextFor(documentHome(editor.document), editor.document.languageId)
    : contextFor(image.document === undefined ? undefined : Uri.parse(image.document), image.languageId);
  await env.clipboard.writeText(linkText(await linkFor(storedPicture(image), context)));
  window.setStatusBarMessage(l10n.t('Link copied.'), 3000);
}

/** The document that the image was made for may be closed, or the window may have been reloaded since. */
async function offerPlace(image: HistoryImage, contextFor: ContextFor): Promise<void> {
  const text = l10n.t('No document is open that the link could go to.');
  if (image.document === undefined) return offerLink(text, image, contextFor);
  const document = Uri.parse(image.document);
  const open = l10n.t('Open {0}', shownPath(document, 60));
  const copy = l10n.t('Copy Link');
  const chosen = await window.showInformationMessage(text, open, copy);
  if (chosen === open) await window.showTextDocument(document);
  if (chosen === copy) await copyLink(image, undefined, contextFor);
}

async function offerLink(text: string, image: HistoryImage, contextFor: ContextFor): Promise<void> {
  const button = l10n.t('Copy Link');
  if ((await window.showInformationMessage(text, button)) === button) await copyLink(image, undefined, contextFor);
}
