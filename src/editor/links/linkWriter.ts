/** Writes links into documents: at the place that was meant, one edit for one undo, or not at all. */
import {
  EndOfLine,
  Range,
  SnippetString,
  window,
  workspace,
  WorkspaceEdit,
  type Position,
  type TextDocument,
  type Uri,
} from 'vscode';
import type { InsertPosition } from '../../api.ts';
import type { Picture } from '../../core/generate.ts';
import type { LinkText } from '../../core/links/linkStyle.ts';
import { arrangeLinks } from '../../core/place/arrangeLinks.ts';
import type { Insertion, Position as PlainPosition } from '../../core/place/insertion.ts';
import { insertionFor } from '../../core/place/insertionFor.ts';
import type { Anchor, AnchoredPlace } from './anchor.ts';
import { documentHome } from './documentHome.ts';
import { isEditable } from './isEditable.ts';
import { hasLinkSyntax, linkFor, linkText, type LinkContext } from './linkFor.ts';

/** `failed` where a link was wanted but the document could not take it. */
export type LinkResult = 'written' | 'failed' | 'none';

type WrittenPosition = Exclude<InsertPosition, 'none'>;

export interface LinkWriter {
  insert(
    pictures: readonly Picture<Uri>[],
    context: LinkContext,
    anchor: Anchor,
    position: InsertPosition,
  ): Promise<LinkResult>;
}

/**
 * A document may change, or be closed, between reading it and editing it; then the editor refuses and the place is
 * worked out anew a little later. Milliseconds.
 */
const retryDelays = [0, 50, 100, 200, 400, 800];

/** `onError` hears what kept a link from being written; the picture is saved all the same. */
export function createLinkWriter(onError: (error: unknown) => void): LinkWriter {
  // Two jobs that end together would each work out a place that the other's edit moves.
  let last: Promise<unknown> = Promise.resolve();

  return {
    insert(pictures, context, anchor, position) {
      if (position === 'none' || pictures.length === 0 || !hasLinkSyntax(context)) return Promise.resolve('none');
      const result = last
        .then(() => insertLinks(pictures, context, anchor, position))
        .catch((error: unknown): LinkResult => {
          onError(error);
          return 'failed';
        });
      last = result;
      return result;
    },
  };
}

async function insertLinks(
  pictures: readonly Picture<Uri>[],
  context: LinkContext,
  anchor: Anchor,
  position: WrittenPosition,
): Promise<LinkResult> {
  for (const delay of retryDelays) {
    await new Promise((resolve) => setTimeout(resolve, delay));
    const document = await anchor.findDocument();
    // A file that is being renamed has neither name for a moment.
    if (!document) continue;
    if (!(await isEditable(document))) return 'failed';
    // The document may have been renamed, saved under a name or given another language since the job began.
    const home = { ...context.home, document: documentHome(document) ?? context.home.document };
    const textBefore = document.isClosed ? '' : textUpTo(document, anchor.placeIn(document).range.end);
    const now = { ...context, home, languageId: document.languageId, textBefore };
    if (!hasLinkSyntax(now)) return 'failed';
    const links = await Promise.all(pictures.map((picture) => linkFor(picture, now)));
    if (!document.isClosed && (await write(document, anchor.placeIn(document), links, position))) return 'written';
  }
  return 'failed';
}

function textUpTo(document: TextDocument, { line, character }: PlainPosition): string {
  return document.getText(new Range(0, 0, line, character));
}

/** What replaced the selected words meanwhile is somebody's new text: the link then goes below it. */
function insertionAt(document: TextDocument, { range, isIntact }: AnchoredPlace, position: WrittenPosition): Insertion {
  return insertionFor({
    position: position === 'replace' && !isIntact ? 'below' : position,
    range,
    lines: { count: document.lineCount, lineAt: (line) => document.lineAt(line).text },
    languageId: document.languageId,
    eol: document.eol === EndOfLine.CRLF ? '\r\n' : '\n',
  });
}

/**
 * Where the user still is where the job began, the alt text is offered as a placeholder. Otherwise a plain edit, which
 * moves no cursor. Several images stand side by side where the language allows: so they stay within one list item or
 * quotation.
 */
async function write(
  document: TextDocument,
  place: AnchoredPlace,
  links: readonly LinkText[],
  position: WrittenPosition,
): Promise<boolean> {
  const { editor } = place;
  const insertion = insertionAt(document, place, position);
  const {
    range: { start, end },
    before,
    after,
  } = insertion;
  const arranged = arrangeLinks(links, insertion, document.eol === EndOfLine.CRLF ? '\r\n' : '\n');
  const range = new Range(start.line, start.character, end.line, end.character);
  if (editor) {
    const snippet = snippetOf(arranged, before, after);
    const { version } = document;
    const options = { undoStopBefore: true, undoStopAfter: true, keepWhitespace: true };
    // A read-only editor says that it has done it, too.
    return (await editor.insertSnippet(snippet, range, options)) && document.version !== version;
  }
  const putBack = keepCarets(document, range.start);
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, range, before + arranged.map(linkText).join('') + after);
  const isDone = await workspace.applyEdit(edit);
  if (isDone) putBack();
  return isDone;
}

/** An insertion right at a caret would push it behind the link, and the next keystrokes with it. */
function keepCarets(document: TextDocument, at: Position): () => void {
  const carets = window.visibleTextEditors
    .filter((editor) => editor.document === document && editor.selections.some(({ end }) => end.isEqual(at)))
    .map((editor) => ({ editor, selections: editor.selections }));
  return () => {
    for (const { editor, selections } of carets) editor.selections = selections;
  };
}

/** Never from raw text: a prompt with `${CLIPBOARD}` in it would put the clipboard into the document. */
function snippetOf(links: readonly LinkText[], before: string, after: string): SnippetString {
  const snippet = new SnippetString().appendText(before);
  for (const link of links) {
    snippet.appendText(link.before);
    if (link.alt !== '') snippet.appendPlaceholder(link.alt);
    snippet.appendText(link.after);
  }
  return snippet.appendText(after).appendTabstop(0);
}
