/** Lets the links to an image follow it to the name that it really got. */
import { Range, TabInputText, window, workspace, WorkspaceEdit, type TextDocument, type Uri } from 'vscode';
import { linkStyleFor } from '../../core/links/linkStyles.ts';
import { retarget } from '../../core/links/retarget.ts';
import type { MissingImage } from './missingImage.ts';

/** A cell is saved with its notebook, by whoever has that open. */
const cellScheme = 'vscode-notebook-cell';

/**
 * One edit, for one undo. The links are looked up anew in what the documents are by now.
 * @returns false where a document could not be changed
 */
export async function followTarget({ place, links }: MissingImage, saved: Uri): Promise<boolean> {
  if (saved.path === place.path) return true;
  const edit = new WorkspaceEdit();
  const unseen: TextDocument[] = [];
  const documents = new Map(links.map(({ document }) => [document.uri.toString(), document]));
  for (const { uri } of documents.values()) {
    const document = await workspace.openTextDocument(uri);
    if (uri.scheme !== cellScheme && !document.isDirty && !isShown(uri)) unseen.push(document);
    const paths = new Set(
      links.filter((link) => link.document.uri.toString() === uri.toString()).map(({ path }) => path),
    );
    const changed = new Set<number>();
    for (const found of linkStyleFor(document.languageId)?.find(document.getText()) ?? []) {
      // Several links may share one definition.
      if (found.path === undefined || !paths.has(found.path) || changed.has(found.targetStart)) continue;
      changed.add(found.targetStart);
      const range = new Range(document.positionAt(found.targetStart), document.positionAt(found.targetEnd));
      edit.replace(uri, range, retarget(document.getText(range), place.path, saved.path));
    }
  }
  const isDone = await workspace.applyEdit(edit);
  // Nobody would look for unsaved changes in what was never opened.
  for (const document of unseen) await document.save();
  return isDone;
}

function isShown(uri: Uri): boolean {
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.some(({ input }) => input instanceof TabInputText && input.uri.toString() === uri.toString());
}
