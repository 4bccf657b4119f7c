/** Writes the link to an image that is already there into a document. */
import { env, l10n, Uri, window, workspace, type TextDocument, type TextEditor } from 'vscode';
import type { HistoryImage } from '../../core/history/event.ts';
import { storedPicture } from '../history/storedImage.ts';
import { createAnchor, type Anchor } from '../links/anchor.ts';
import { documentHome } from '../links/documentHome.ts';
import { linkFor, linkText, type LinkContext } from '../links/linkFor.ts';
import type { LinkWriter } from '../links/linkWriter.ts';

/** Settings and folders for the links of a document. */
export type ContextFor = (document: Uri | undefined, languageId: string | undefined) => LinkContext;

/** At the place where the job was begun, else at the cursor of the editor that was used last. */
export async function insertImage(
  image: HistoryImage,
  remembered: Anchor | undefined,
  editor: TextEditor | undefined,
  links: LinkWriter,
  contextFor: ContextFor,
): Promise<void> {
  const document = (await remembered?.findDocument()) ?? editor?.document;
  if (!document) return sayThereIsNoPlace(image, contextFor);
  const anchor =
    remembered && remembered.uri.toString() === document.uri.toString()
      ? remembered
      : editor && createAnchor(document, editor.selection, editor.selection);
  if (!anchor) return sayThereIsNoPlace(image, contextFor);
  try {
    const context = contextFor(documentHome(document), document.languageId);
    const result = await links.insert([storedPicture(image)], context, anchor, positionIn(document, anchor));
    if (result !== 'written')
      await offerLink(l10n.t('The link could not be written into the document.'), image, contextFor);
  } finally {
    if (anchor !== remembered) anchor.dispose();
  }
}

/** On an empty line right there; elsewhere below, for nobody wants a picture in the middle of a sentence unless they said so. */
function positionIn(document: TextDocument, anchor: Anchor): 'cursor' | 'below' {
  const { isEmptyOrWhitespace } = document.lineAt(document.positionAt(anchor.end));
  const config = workspace.getConfiguration('depict', document);
  return isEmptyOrWhitespace || config.get('link.position') === 'cursor' ? 'cursor' : 'below';
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

function sayThereIsNoPlace(image: HistoryImage, contextFor: ContextFor): Promise<void> {
  return offerLink(l10n.t('No document is open that the link could go to.'), image, contextFor);
}

async function offerLink(text: string, image: HistoryImage, contextFor: ContextFor): Promise<void> {
  const button = l10n.t('Copy Link');
  if ((await window.showInformationMessage(text, button)) === button) await copyLink(image, undefined, contextFor);
}
