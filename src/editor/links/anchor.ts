/** A place in a document that keeps being the same place while people type. */
import {
  Range,
  window,
  workspace,
  type Disposable,
  type Selection,
  type TextDocument,
  type TextEditor,
  type Uri,
} from 'vscode';
import { trackRange, type TextEdit } from '../../core/place/trackRange.ts';
import { renamed } from './renamed.ts';

export interface Anchor extends Disposable {
  /** Where the document is now: it follows renaming, and saving an untitled document under a name. */
  readonly uri: Uri;
  /** Offset of the place's end in the document as it is now. */
  readonly end: number;
  /**
   * The document, reopened if it was closed, or undefined when the place cannot be told any more: the file is gone or
   * its text has changed while nobody watched.
   */
  findDocument(): Promise<TextDocument | undefined>;
  /** The place in the document as it is at this very moment: to be used before anything is waited for. */
  placeIn(document: TextDocument): AnchoredPlace;
}

export interface AnchoredPlace {
  readonly range: Range;
  /** Nobody has changed the text of the place itself. */
  readonly isIntact: boolean;
  /** The active editor, if the user is still where the job was started and has typed nothing there. */
  readonly editor: TextEditor | undefined;
}

interface Offsets {
  readonly start: number;
  readonly end: number;
}

/** What an untitled document becomes when it is saved: another document, after which it is emptied and closed. */
interface SavedCopy {
  readonly document: TextDocument;
  readonly text: string;
  readonly range: Offsets;
  readonly caretRange: Offsets | undefined;
}

/** `caret` is the selection of the editor, where it matters whether the user is still there. */
export function createAnchor(document: TextDocument, at: Range, caret: Selection | undefined): Anchor {
  let { uri } = document;
  let range = offsetsOf(document, at);
  let caretRange = caret && offsetsOf(document, caret);
  const text = document.getText(at);
  let textWhenClosed: string | undefined;
  let savedAs: SavedCopy | undefined;
  let lost = false;

  const isOurs = (other: TextDocument): boolean => other.uri.toString() === uri.toString();
  const compare = (opened: TextDocument): void => {
    if (textWhenClosed !== undefined && opened.getText() !== textWhenClosed) lost = true;
    textWhenClosed = undefined;
  };

  const watching = [
    workspace.onDidChangeTextDocument(({ document: changed, contentChanges }) => {
      if (!isOurs(changed)) return;
      const edits = contentChanges.map(({ rangeOffset, rangeLength, text }) => ({
        start: rangeOffset,
        length: rangeLength,
        insertedLength: text.length,
      }));
      range = trackRange(range, edits);
      caretRange = caretRange && followCaret(caretRange, edits);
    }),
    workspace.onDidSaveTextDocument((saved) => {
      if (uri.scheme !== 'untitled' || !saysTheSame(saved, document)) return;
      savedAs = { document: saved, text: saved.getText(), range, caretRange };
    }),
    // Choosing another language closes and opens a document too.
    workspace.onDidCloseTextDocument((closed) => {
      if (!isOurs(closed)) return;
      const copy = savedAs;
      savedAs = undefined;
      if (copy && copy.document.getText() === copy.text) {
        ({ uri } = copy.document);
        ({ range, caretRange } = copy);
      } else textWhenClosed = closed.getText();
    }),
    workspace.onDidOpenTextDocument((opened) => {
      if (isOurs(opened)) compare(opened);
    }),
    workspace.onDidRenameFiles(({ files }) => {
      for (const { oldUri, newUri } of files) uri = renamed(uri, oldUri, newUri);
      const open = workspace.textDocuments.find(isOurs);
      if (open) compare(open);
    }),
  ];

  return {
    get uri() {
      return uri;
    },
    get end() {
      return range.end;
    },
    async findDocument() {
      const found = await reopen(uri);
      if (!found) return undefined;
      compare(found);
      return lost ? undefined : found;
    },
    placeIn(found) {
      const place = rangeOf(found, range);
      return { range: place, isIntact: found.getText(place) === text, editor: editorAt(found, caretRange) };
    },
    dispose() {
      for (const each of watching) each.dispose();
    },
  };
}

function offsetsOf(document: TextDocument, { start, end }: Range): Offsets {
  return { start: document.offsetAt(start), end: document.offsetAt(end) };
}

function rangeOf(document: TextDocument, { start, end }: Offsets): Range {
  return new Range(document.positionAt(start), document.positionAt(end));
}

function editorAt(document: TextDocument, caret: Offsets | undefined): TextEditor | undefined {
  const editor = window.activeTextEditor;
  if (!caret || editor?.document !== document || editor.selections.length !== 1) return undefined;
  return rangeOf(document, caret).isEqual(editor.selection) ? editor : undefined;
}

/** Whoever types where the caret was has gone on writing: no placeholder may take the next keystrokes. */
function followCaret(caret: Offsets, edits: readonly TextEdit[]): Offsets | undefined {
  const isTouched = edits.some(({ start, length }) => start <= caret.end && start + length >= caret.start);
  return isTouched ? undefined : trackRange(caret, edits);
}

/** Saving may add a line break at the end. */
function saysTheSame(one: TextDocument, other: TextDocument): boolean {
  return one.getText().trimEnd() === other.getText().trimEnd();
}

async function reopen(uri: Uri): Promise<TextDocument | undefined> {
  const open = workspace.textDocuments.find((one) => one.uri.toString() === uri.toString() && !one.isClosed);
  if (open) return open;
  if (uri.scheme === 'untitled') return undefined;
  try {
    return await workspace.openTextDocument(uri);
  } catch {
    // Deleted or unreadable meanwhile: there is no place any more.
    return undefined;
  }
}
