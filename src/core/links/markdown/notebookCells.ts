/** The Markdown of a Jupyter notebook's file, for a look at it that opens no notebook. */

/** Cell by cell; empty for what is no notebook. */
export function notebookCells(text: string): readonly string[] {
  const { cells } = recordFrom(parsed(text));
  if (!Array.isArray(cells)) return [];
  return cells.map(recordFrom).flatMap(({ cell_type: type, source }) => {
    if (type !== 'markdown') return [];
    const lines: readonly unknown[] = Array.isArray(source) ? source : [source];
    return [lines.filter((line) => typeof line === 'string').join('')];
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function recordFrom(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
