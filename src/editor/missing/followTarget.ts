/** Lets the links to an image follow it to the name that it really got. */
import {
  NotebookCellKind,
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
import { isNotebook } from '../../core/links/languageOfFile.ts';
import type { FoundLink } from '../../core/links/linkStyle.ts';
import { retarget } from '../../core/links/retarget.ts';
import { documentHome } from '../links/documentHome.ts';
import type { FoundLinks } from '../links/foundLinks.ts';
import { isEditable } from '../links/isEditable.ts';
import { linkCandidates, type LinkCandidates } from '../links/linkCandidates.ts';
import type { ListFolder } from '../links/listFolder.ts';
import { openDocument } from './openDocument.ts';

/**
 * One edit, for one undo. The links are looked up in what the documents are by then.
 * @param wanted where they lead
 * @param saved where they are to lead
 * @param documents files; a notebook stands for its cells
 * @returns false where a document could not be changed, or is not there any more
 */
export type FollowTarget = (wanted: Uri, saved: Uri, documents: readonly Uri[]) => Promise<boolean>;

/** A document may change between reading and editing it; then the editor refuses. Milliseconds. */
const retryDelays = [0, 50, 200, 800];

export function createFollowTarget(links: Pick<FoundLinks, 'in' | 'list'>): FollowTarget {
  // Two images that are saved together would each work out places that the other's edit moves.
  let last: Promise<unknown> = Promise.resolve();
  const savedHere = new WeakSet<NotebookDocument>();
  return (wanted, saved, documents) => {
    if (saved.path === wanted.path) return Promise.resolve(true);
    const result = last.then(() => follow(wanted, saved, documents, savedHere, links));
    last = result.catch(() => undefined);
    return result;
  };
}

interface Opened {
  readonly document: TextDocument;
  readonly owner: Owner;
  readonly candidates: LinkCandidates;
}

/** What is saved with a document: a cell's notebook. */
type Owner = TextDocument | NotebookDocument;

async function follow(
  wanted: Uri,
  saved: Uri,
  documents: readonly Uri[],
  savedHere: WeakSet<NotebookDocument>,
  links: Pick<FoundLinks, 'in' | 'list'>,
): Promise<boolean> {
  const unique = [...new Map(documents.map((uri) => [uri.toString(), uri])).values()];
  for (const delay of retryDelays) {
    await new Promise((resolve) => setTimeout(resolve, delay));
    const opened = await Promise.all(unique.map((uri) => open(uri, links.list)));
    const all = opened.flatMap((one) => one ?? []);
    // VS Code shows a notebook that nobody has open as soon as it is changed.
    const unseen = [...new Set(all.map(({ owner }) => owner))].filter(
      (one) => !one.isDirty && (isOneOf(savedHere, one) || !isShown(one.uri)),
    );
    const kept = all.filter(({ document, owner }) => !unseen.includes(owner) || isSafe(document));
    // Nothing is waited for between reading and editing.
    const edit = new WorkspaceEdit();
    for (const one of kept) addTo(edit, one, links.in(one.document), wanted, saved);
    const isWhole = opened.every((one) => one !== undefined) && kept.length === all.length;
    if (edit.size === 0) return isWhole;
    const edited = unseen.filter((one) => kept.some(({ document, owner }) => owner === one && edit.has(document.uri)));
    if (!(await workspace.applyEdit(edit))) continue;
    // Nobody would look for unsaved changes in what was never opened.
    for (const one of edited) {
      if ('cellCount' in one) savedHere.add(one);
      if (!(await one.save())) return false;
    }
    return isWhole;
  }
  return false;
}

/** Undefined for what is not there any more, or cannot be written. */
async function open(uri: Uri, list: ListFolder): Promise<readonly Opened[] | undefined> {
  try {
    const documents = await documentsAt(uri);
    if (!documents) return undefined;
    const editable = await Promise.all(documents.map(({ document }) => isEditable(document)));
    if (!editable.every(Boolean)) return undefined;
    return await Promise.all(
      documents.map(async (one) => ({
        ...one,
        candidates: await linkCandidates(documentHome(one.document), one.document.languageId, list),
      })),
    );
  } catch {
    return undefined;
  }
}

async function documentsAt(uri: Uri): Promise<readonly Omit<Opened, 'candidates'>[] | undefined> {
  const isKnown = workspace.notebookDocuments.some((one) => one.uri.toString() === uri.toString());
  if (!isKnown && !isNotebook(uri.path)) {
    // One that is not open any more would come back empty.
    const document =
      openDocument(uri) ?? (uri.scheme === 'untitled' ? undefined : await workspace.openTextDocument(uri));
    if (!document) return undefined;
    return [{ document, owner: document }];
  }
  const owner = await workspace.openNotebookDocument(uri);
  const cells = owner.getCells().filter(({ kind }) => kind === NotebookCellKind.Markup);
  return cells.map(({ document }) => ({ document, owner }));
}

function isOneOf(notebooks: WeakSet<NotebookDocument>, owner: Owner): boolean {
  return 'cellCount' in owner && notebooks.has(owner);
}

/** Saving what was read in the wrong encoding would lose every letter that could not be read. */
function isSafe(document: TextDocument): boolean {
  return !document.getText().includes('\uFFFD');
}

function addTo(
  edit: WorkspaceEdit,
  { document, candidates }: Opened,
  found: readonly FoundLink[],
  wanted: Uri,
  saved: Uri,
): void {
  const changed = new Set<number>();
  for (const { path, otherPaths = [], targetStart, targetEnd } of found) {
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
