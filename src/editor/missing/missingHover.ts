/** The hover over a link to an image that does not exist yet: what it would be made from, and the action. */
import { Hover, l10n, MarkdownString, Range, type Diagnostic, type Position, type TextDocument } from 'vscode';
import { commandAddress } from '../../core/commandAddress.ts';
import type { FoundLink } from '../../core/links/linkStyle.ts';

/** VS Code marks so many characters of a hint, and shows its words, with quick fixes, over those only. */
const marked = 2;

/**
 * Undefined where VS Code itself shows the hint, and where there is none.
 * @param links of the document, in their order
 * @param hints about them
 */
export function missingHover(
  document: TextDocument,
  position: Position,
  links: readonly FoundLink[],
  hints: readonly Diagnostic[],
): Hover | undefined {
  const at = document.offsetAt(position);
  const link = links.findLast(({ start, end }) => start <= at && at <= end);
  const target = link && document.positionAt(link.targetStart);
  const hint = target && hints.find(({ range }) => range.start.isEqual(target));
  if (!hint || isMarked(hint, position)) return undefined;
  const command = 'depict.generateMissingImage';
  const address = commandAddress(command, [document.uri.toJSON(), target.line, target.character]);
  const text = new MarkdownString('', true);
  text.isTrusted = { enabledCommands: [command] };
  text.appendText(hint.message);
  text.appendMarkdown(`\n\n[$(sparkle) ${l10n.t('Generate This Image')}](${address})`);
  return new Hover(text, new Range(document.positionAt(link.start), document.positionAt(link.end)));
}

function isMarked({ range: { start } }: Diagnostic, { line, character }: Position): boolean {
  return line === start.line && character >= start.character && character <= start.character + marked;
}
