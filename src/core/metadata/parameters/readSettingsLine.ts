/** The line of settings, `Steps: 20, Sampler: Euler a, …`, in time that grows with its length whatever stands in it. */

export interface SettingsLine {
  /** How many settings there are, repeated ones too. */
  readonly count: number;
  /** By name in lower case; of several with one name the last. */
  readonly values: ReadonlyMap<string, string>;
}

/** Names have some thirty characters, lines some fifty settings. */
const maxNameLength = 80;
const maxSettings = 1000;

/** AUTOMATIC1111's `\w[\w \-/]+`, at the end of what comes before a colon. */
const nameAtEnd = /[\p{L}\p{N}_][\p{L}\p{N}_ \-/]+$/u;
const quoted = /"(?:\\.|[^\\"])+"(?=,|$)/suy;

export function readSettingsLine(line: string): SettingsLine {
  const values = new Map<string, string>();
  let count = 0;
  let mayHoldJson = true;
  let from = 0;
  for (let colon = line.indexOf(':'); colon !== -1 && count < maxSettings; colon = line.indexOf(':', from)) {
    const [name] = nameAtEnd.exec(line.slice(Math.max(from, colon - maxNameLength), colon)) ?? [];
    from = colon + 1;
    if (name === undefined) continue;
    const start = endOfSpaces(line, from);
    const json = mayHoldJson && /[[{]/.test(line[start] ?? '');
    const jsonEnd = json ? endOfJson(line, start) : undefined;
    // A bracket that is none of JSON; to look for the end of each would take time by the square.
    if (json && jsonEnd === undefined) mayHoldJson = false;
    const end = jsonEnd ?? endOfQuoted(line, start) ?? endOfPlain(line, start);
    count += 1;
    values.set(name.trim().toLowerCase(), unquote(line.slice(start, end)));
    from = end + 1;
  }
  return { count, values };
}

function endOfSpaces(line: string, start: number): number {
  const space = /\s*/y;
  space.lastIndex = start;
  space.test(line);
  return space.lastIndex;
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
      if (depth === 0)
        return isJson(line.slice(start, marks.lastIndex)) ? endOfPlain(line, marks.lastIndex) : undefined;
    }
  }
  return undefined;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
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
