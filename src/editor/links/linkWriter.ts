/** Writes links into documents: at the place that was meant, one edit for one undo, or not at all. */
import { EndOfLine, Range, SnippetString, workspace, WorkspaceEdit, type Uri } from 'vscode';
import type { InsertPosition } from '../../api.ts';
import type { Picture } from '../../core/generate.ts';
import type { LinkText } from '../../core/links/linkStyle.ts';
import type { Insertion } from '../../core/place/insertion.ts';
import { insertionFor } from '../../core/place/insertionFor.ts';
import type { Anchor, FoundPlace } from './anchor.ts';
import { isEditable } from './isEditable.ts';
import { hasLinkSyntax, linkFor, linkText, type LinkContext } from './linkFor.ts';

/** `failed` where a link was wanted but the document could not take it. */
export type LinkResult = 'written' | 'failed' | 'none';

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

export function createLinkWriter(): LinkWriter {
  // Two jobs that end together would each work out a place that the other's edit moves.
  let last: Promise<unknown> = Promise.resolve();

  return {
    insert(pictures, context, anchor, position) {
      if (position === 'none' || pictures.length === 0 || !hasLinkSyntax(context)) return Promise.resolve('none');
      const result = last.then(async () => {
        const links = await Promise.all(pictures.map((picture) => linkFor(picture, context)));
        return (await insertLinks(links, anchor, position)) ? 'written' : 'failed';
      });
      last = result.catch(() => undefined);
      return result;
    },
  };
}

async function insertLinks(
  links: readonly LinkText[],
  anchor: Anchor,
  position: Exclude<InsertPosition, 'none'>,
): Promise<boolean> {
  for (const delay of retryDelays) {
    await new Promise((resolve) => setTimeout(resolve, delay));
    const place = await anchor.find();
    if (!place || !(await isEditable(place.document))) return false;
    if (await write(place, links, insertionAt(place, position))) return true;
  }
  return false;
}

function insertionAt({ document, range }: FoundPlace, position: Exclude<InsertPosition, 'none'>): Insertion {
  return insertionFor({
    position,
    range,
    lines: { count: document.lineCount, lineAt: (line) => document.lineAt(line).text },
    languageId: document.languageId,
    eol: document.eol === EndOfLine.CRLF ? '\r\n' : '\n',
  });
}

/**
 * Where the user still is where the job began, the alt text is offered as a placeholder. Otherwise a plain edit, which
 * moves no cursor. Several images stand side by side: so they stay within one list item or quotation.
 */
async function write(
  { document, editor }: FoundPlace,
  links: readonly LinkText[],
  { range: { start, end }, before, after }: Insertion,
): Promise<boolean> {
  const range = new Range(start.line, start.character, end.line, end.character);
  if (editor) {
    const snippet = snippetOf(links, before, after);
    return editor.insertSnippet(snippet, range, { undoStopBefore: true, undoStopAfter: true, keepWhitespace: true });
  }
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, range, before + links.map(linkText).join(' ') + after);
  return workspace.applyEdit(edit);
}

/** Never from raw text: a prompt with `${CLIPBOARD}` in it would put the clipboard into the document. */
function snippetOf(links: readonly LinkText[], before: string, after: string): SnippetString {
  const snippet = new SnippetString().appendText(before);
  links.forEach((link, index) => {
    snippet.appendText((index === 0 ? '' : ' ') + link.before);
    if (link.alt !== '') snippet.appendPlaceholder(link.alt);
    snippet.appendText(link.after);
  });
  return snippet.appendText(after).appendTabstop(0);
}
