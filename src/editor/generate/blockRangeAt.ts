/** The paragraph or comment that a cursor stands in, as a range of whole lines. */
import { Range, type TextDocument } from 'vscode';
import { blockAt } from '../../core/prompt/blocks/blockAt.ts';

/** Undefined where there are no words to make a picture of. */
export function blockRangeAt(document: TextDocument, line: number): Range | undefined {
  const lines = { count: document.lineCount, lineAt: (index: number) => document.lineAt(index).text };
  const block = blockAt(lines, line, document.languageId);
  return block && new Range(block.startLine, 0, block.endLine, document.lineAt(block.endLine).text.length);
}
