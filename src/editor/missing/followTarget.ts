/** Lets the links to an image follow it to the name that it really got. */
import {
  Range,
  TabInputCustom,
  TabInputNotebook,
  TabInputNotebookDiff,
  TabInputText,
  TabInputTextDiff,
  window,
  workspace,
  WorkspaceEdit,
  type NotebookDocument,
  type TextDocument,
  type Uri,
} from 'vscode';
import { linkStyleFor } from '../../core/links/linkStyles.ts';
import { retarget } from '../../core/links/retarget.ts';
import { documentHome } from '../links/documentHome.ts';
import { linkCandidates, type LinkCandidates } from '../links/linkCandidates.ts';

/**
 * One edit, for one undo. The links are looked up in what the documents are by then.
 * @param wanted where they lead
 * @param saved where they are to lead
 * @returns false where a document could not be changed
 */
export type FollowTarget = (wanted: Uri, saved: Uri, documents: readonly Uri[]) => Promise<boolean>;

/** A document may change between reading and editing it; then the editor refuses. Milliseconds. */
const retryDelays = [0, 50, 200, 800];

export function createFollowTarget(): FollowTarget {
  // Two images that are saved together would each work out places that the other's edit moves.
  let last: Promise<unknown> = Promise.resolve();
  return (wanted, saved, documents) => {
    if (saved.path === wanted.path) return Promise.resolve(true);
    const result = last.then(() => follow(wanted, saved, documents));
    last = result.catch(() => undefined);
    return result;
  };
}

interface Opened {
  readonly document: TextDocument;
  readonly candidates: LinkCandidates;
}

async function follow(wanted: Uri, saved: Uri, documents: readonly Uri[]): Promise<boolean> {
  const unique = [...new Map(documents.map((uri) => [uri.toString(), uri])).values()];
  for (const delay of retryDelays) {
    await new Promise((resolve) => setTimeout(resolve, delay));
    const opened = await Promise.all(unique.map(open));
    const unseen = [...new Set(opened.map(({ document }) => ownerOf(document)))].filter(
      (one) => !one.isDirty && !isShown(one.uri),
    );
    // Nothing is waited for between reading and editing.
    const edit = new WorkspaceEdit();
    for (const one of opened) addTo(edit, one, wanted, saved);
    if (edit.size === 0) return true;
    if (!(await workspace.applyEdit(edit))) continue;
    // Nobody would look for unsaved changes in what was never opened.
    for (const one of unseen) if (one.isDirty) await one.save();
    return true;
  }
  return false;
}

async function open(uri: Uri): Promise<Opened> {
  const document = await workspace.openTextDocument(uri);
  return { document, candidates: await linkCandidates(documentHome(document), document.languageId) };
}

function addTo(edit: WorkspaceEdit, { document, candidates }: Opened, wanted: Uri, saved: Uri): void {
  const changed = new Set<number>();
  for (const { path, otherPaths = [], targetStart, targetEnd } of linkStyleFor(document.languageId)?.find(
    document.getText(),
  ) ?? []) {
    // Several links may share one definition.
    if (path === undefined || changed.has(targetStart)) continue;
    const leadsThere = [path, ...otherPaths].some((one) =>
      candidates(one).all.some((file) => file.path === wanted.path),
    );
    if (!leadsThere) continue;
    changed.add(targetStart);
    const range = new Range(document.positionAt(targetStart), document.positionAt(targetEnd));
    edit.replace(document.uri, range, retarget(document.getText(range), wanted.path, saved.path));
  }
}

/** What is saved with a document: a cell's notebook. */
function ownerOf(document: TextDocument): TextDocument | NotebookDocument {
  const notebooks = workspace.notebookDocuments;
  return notebooks.find((one) => one.getCells().some((cell) => cell.document === document)) ?? document;
}

function isShown(uri: Uri): boolean {
  const inputs = window.tabGroups.all.flatMap((group) => group.tabs.map((tab) => tab.input));
  const shown = inputs.flatMap((input) => {
    if (input instanceof TabInputTextDiff || input instanceof TabInputNotebookDiff)
      return [input.original, input.modified];
    const isOne = input instanceof TabInputText || input instanceof TabInputCustom || input instanceof TabInputNotebook;
    return isOne ? [input.uri] : [];
  });
  return shown.some((one) => one.toString() === uri.toString());
}
