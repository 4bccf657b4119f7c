/** Takes a paragraph apart where it is a table, as GitHub and VS Code's preview have them: each cell is for itself. */
import { joinParts, type LinePart, type MappedText } from './mappedText.ts';

const delimiterRow = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/u;

/** The lines in front of the table, then the cells of the rows that are wanted; the whole paragraph where no table is. */
export function tableCells(lines: readonly LinePart[], isWanted: (row: LinePart) => boolean): readonly MappedText[] {
  const second = lines.findIndex(({ text }, index) => {
    if (index === 0 || !text.includes('|') || !delimiterRow.test(text)) return false;
    return cellsOf(text).length === cellsOf(lines[index - 1]?.text ?? '').length;
  });
  if (second < 0) return [joinParts(lines)];
  const before = lines.slice(0, second - 1);
  const rows = lines.slice(second - 1).filter((row, index) => index !== 1 && isWanted(row));
  const cells = rows.flatMap(({ text, offset }) =>
    cellsOf(text).map((cell) => joinParts([{ text: cell.text, offset: offset + cell.offset }])),
  );
  return before.length === 0 ? cells : [joinParts(before), ...cells];
}

function cellsOf(row: string): readonly LinePart[] {
  const cells: LinePart[] = [];
  const end = row.trimEnd().length;
  let start = row.startsWith('|') ? 1 : 0;
  for (let i = start; i <= end; i++) {
    const character = row.charAt(i);
    if (character === '\\' && i < end) i++;
    else if (character === '|' || (i === end && start < end)) {
      cells.push({ text: row.slice(start, i), offset: start });
      start = i + 1;
    }
  }
  return cells;
}
