/** Documents as far as their image links go. What an editor has open counts, saved or not. */
import { NotebookCellKind, workspace, type NotebookDocument, type TextDocument, type Uri } from 'vscode';
import { isNotebook, languageOfFile } from '../../core/links/languageOfFile.ts';
import { notebookCells } from '../../core/links/markdown/notebookCells.ts';
import { documentHome } from '../links/documentHome.ts';
import { readSmallFile } from '../uri/readSmallFile.ts';
import type { DocumentText } from './missingImage.ts';
import { openDocument } from './openDocument.ts';

/** A longer one is no text that somebody reads. Bytes. */
const largest = 5_000_000;

/** Undefined for what is no document, or cannot be read. */
export async function readDocument(uri: Uri): Promise<DocumentText | undefined> {
  const open = openDocument(uri);
  if (open) return textOf(open);
  const languageId = languageOfFile(uri.path);
  if (languageId === undefined) return undefined;
  const bytes = await readSmallFile(uri, largest);
  return bytes && { uri, home: uri, languageId, text: await decode(bytes, uri) };
}

/** What is no UTF-8 is read as an editor would read it, by its first bytes and the settings. */
async function decode(bytes: Uint8Array, uri: Uri): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // What an editor takes for no text at all is none here.
    return workspace.decode(bytes, { uri }).then(undefined, () => '');
  }
}

export function textOf(document: TextDocument): DocumentText {
  const { uri, languageId } = document;
  return { uri, home: documentHome(document), languageId, text: document.getText() };
}

/** A notebook's file holds its outputs, too. Bytes. */
const largestNotebook = 30_000_000;

/**
 * The Markdown cells of a notebook as its file has them: for a look only, since what is not open cannot be edited. Those
 * of the editor where it is open.
 */
export async function peekIntoNotebook(uri: Uri): Promise<readonly DocumentText[]> {
  if (openNotebook(uri)) return (await readNotebook(uri)) ?? [];
  const bytes = await readSmallFile(uri, largestNotebook);
  if (!bytes) return [];
  try {
    const cells = notebookCells(new TextDecoder().decode(bytes));
    return cells.map((text) => ({ uri, home: uri, languageId: 'markdown', text }));
  } catch {
    return [];
  }
}

/** The Markdown cells of a notebook, which is opened for that; undefined for what is none. */
export async function readNotebook(uri: Uri): Promise<readonly DocumentText[] | undefined> {
  const known = openNotebook(uri);
  if (!known && !isNotebook(uri.path)) return undefined;
  try {
    const notebook = known ?? (await workspace.openNotebookDocument(uri));
    const cells = notebook.getCells().filter(({ kind }) => kind === NotebookCellKind.Markup);
    return cells.map(({ document }) => textOf(document));
  } catch {
    return undefined;
  }
}

/** A cell stands for all of its notebook. */
function openNotebook(uri: Uri): NotebookDocument | undefined {
  const wanted = uri.toString();
  return workspace.notebookDocuments.find(
    (notebook) =>
      notebook.uri.toString() === wanted ||
      (uri.scheme === 'vscode-notebook-cell' &&
        notebook.getCells().some(({ document }) => document.uri.toString() === wanted)),
  );
}
