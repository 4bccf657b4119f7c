/** The line of settings, `Steps: 20, Sampler: Euler a, …`, in time that grows with its length whatever stands in it. */

export interface SettingsLine {
  /** How many settings there are, repeated ones too. */
  readonly count: number;
  /** By name in lower case; of several with one name the last. */
  readonly values: ReadonlyMap<string, string>;
}

/** AUTOMATIC1111's `\w[\w \-/]+` with an end to it: a name of its own takes some thirty characters. */
const name = /([\p{L}\p{N}_][\p{L}\p{N}_ \-/]{1,80}):\s*/gu;
const quoted = /"(?:\\.|[^\\"])+"(?=,|$)/suy;

export function readSettingsLine(line: string): SettingsLine {
  const values = new Map<string, string>();
  let count = 0;
  let mayHoldJson = true;
  const names = new RegExp(name);
  for (let match = names.exec(line); match; match = names.exec(line)) {
    const start = names.lastIndex;
    const json = mayHoldJson && /[[{]/.test(line[start] ?? '');
    const jsonEnd = json ? endOfJson(line, start) : undefined;
    // One that never closes is none; to look for the end of each would take time by the square.
    if (json && jsonEnd === undefined) mayHoldJson = false;
    const end = jsonEnd ?? endOfQuoted(line, start) ?? endOfPlain(line, start);
    count += 1;
    values.set((match[1] ?? '').trim().toLowerCase(), unquote(line.slice(start, end)));
    names.lastIndex = end + 1;
  }
  return { count, values };
}

function endOfPlain(line: string, start: number): number {
  const comma = line.indexOf(',', start);
  return comma === -1 ? line.length : comma;
}

function endOfQuoted(line: string, start: number): number | undefined {
  const pattern = new RegExp(quoted);
  pattern.lastIndex = start;
  return pattern.test(line) ? pattern.lastIndex : undefined;
}

/** Civitai writes lists of resources as they are, without quotes: their commas and colons are not the line's. */
function endOfJson(line: string, start: number): number | undefined {
  let depth = 0;
  const marks = /["[\]{}]/g;
  marks.lastIndex = start;
  for (let mark = marks.exec(line); mark; mark = marks.exec(line)) {
    if (mark[0] === '"') {
      const end = endOfString(line, mark.index);
      if (end === undefined) return undefined;
      marks.lastIndex = end;
    } else {
      depth += mark[0] === '[' || mark[0] === '{' ? 1 : -1;
      if (depth === 0) return endOfPlain(line, marks.lastIndex);
    }
  }
  return undefined;
}

function endOfString(line: string, start: number): number | undefined {
  const marks = /\\.|"/gsu;
  marks.lastIndex = start + 1;
  for (let mark = marks.exec(line); mark; mark = marks.exec(line)) if (mark[0] === '"') return marks.lastIndex;
  return undefined;
}

/** A text in double quotes is JSON, where it can be read so. */
function unquote(value: string): string {
  const plain = value.trim();
  if (plain.length < 2 || !plain.startsWith('"') || !plain.endsWith('"')) return plain;
  try {
    return String(JSON.parse(plain));
  } catch {
    return plain;
  }
}
