/** Walks along a line of Markdown in columns, as its indentation is counted: tab stops every four. */

export interface LineCursor {
  readonly line: string;
  /** Where the cursor is: offset in the line. */
  readonly offset: number;
  /** The next character that is no space or tab, the line's length if there is none. */
  readonly nonspace: number;
  /** Columns of white space up to `nonspace`. */
  readonly indent: number;
  readonly isBlank: boolean;
  readonly start: (line: string) => void;
  /** Goes on by characters. */
  readonly skip: (characters: number) => void;
  /** Goes on by columns of white space, through a part of a tab as well; stops at the line's end. */
  readonly skipColumns: (columns: number) => void;
  readonly skipSpace: () => void;
}

export function createLineCursor(): LineCursor {
  let line = '';
  let offset = 0;
  let column = 0;
  /** Columns that are left of a tab which the cursor stands in. */
  let tabLeft = 0;
  let nonspace = 0;
  let indent = 0;

  function look(): void {
    let at = offset;
    let to = column;
    for (; at < line.length; at++) {
      const code = line.charCodeAt(at);
      if (code === 32) to += 1;
      else if (code === 9) to += at === offset && tabLeft > 0 ? tabLeft : 4 - (to % 4);
      else break;
    }
    nonspace = at;
    indent = to - column;
  }

  return {
    get line() {
      return line;
    },
    get offset() {
      return offset;
    },
    get nonspace() {
      return nonspace;
    },
    get indent() {
      return indent;
    },
    get isBlank() {
      return nonspace >= line.length;
    },
    start(text) {
      line = text;
      offset = column = tabLeft = 0;
      look();
    },
    skip(characters) {
      offset += characters;
      column += characters;
      tabLeft = 0;
      look();
    },
    skipColumns(columns) {
      let left = columns;
      while (left > 0 && offset < line.length) {
        const isTab = line.charCodeAt(offset) === 9;
        const width = isTab ? (tabLeft > 0 ? tabLeft : 4 - (column % 4)) : 1;
        const taken = Math.min(left, width);
        tabLeft = width - taken;
        if (tabLeft === 0) offset++;
        column += taken;
        left -= taken;
      }
      look();
    },
    skipSpace() {
      column += indent;
      offset = nonspace;
      tabLeft = 0;
      indent = 0;
    },
  };
}
