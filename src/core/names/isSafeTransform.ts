/** Tells patterns that come to an end in good time from those that could hang the editor. */

/** Backtracking steps that take well under a second. */
const maxSteps = 1e8;
const maxPatternLength = 200;

/**
 * A regular expression cannot be stopped once it runs, so its worst case is estimated beforehand. Without repeats
 * inside repeats, every quantifier chooses one end within the value: that is at most "value length over number of
 * quantifiers plus start" ways, times two for each alternative. Repeated groups that hold a repeat, an alternative or a
 * back reference are refused.
 */
export function isSafeTransform(pattern: string, valueLength: number): boolean {
  if (pattern.length > maxPatternLength) return false;
  const shape = shapeOf(pattern);
  if (!shape) return false;
  const choices = shape.quantifiers + (pattern.startsWith('^') ? 0 : 1);
  return ways(valueLength + 1, choices) * 2 ** shape.alternatives <= maxSteps;
}

/** Undefined where a repeated group could itself match in many ways. */
function shapeOf(pattern: string): { quantifiers: number; alternatives: number } | undefined {
  let quantifiers = 0;
  let alternatives = 0;
  const groups: { risky: boolean }[] = [{ risky: false }];
  const token = /\\.|\[(?:\\.|[^\]\\])*\]|\((?:\?(?:[:=!]|<[=!]|<\w+>))?|\)|\||(?:[*+?]|\{\d+(?:,\d*)?\})\??|[^]/gu;
  let closed: { risky: boolean } | undefined;
  for (const [text] of pattern.matchAll(token)) {
    const last = closed;
    closed = undefined;
    const group = groups.at(-1);
    if (!group) return undefined;
    if (text.startsWith('(')) groups.push({ risky: false });
    else if (text === ')') {
      closed = groups.pop();
      const outer = groups.at(-1);
      if (outer && closed?.risky) outer.risky = true;
    } else if (text === '|') {
      alternatives++;
      group.risky = true;
    } else if (/^(?:[*+?]|\{\d)/u.test(text)) {
      if (last?.risky && !text.startsWith('?')) return undefined;
      quantifiers++;
      group.risky = true;
    } else if (/^\\[1-9k]/u.test(text)) group.risky = true;
  }
  return { quantifiers, alternatives };
}

/** How many ways there are to pick `count` of `from`. */
function ways(from: number, count: number): number {
  let result = 1;
  for (let i = 0; i < count; i++) result = (result * Math.max(from + i, 1)) / (i + 1);
  return result;
}
