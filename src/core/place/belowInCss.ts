/** A declaration in the block of a style sheet that a line is in, or in the one that follows. */
import type { Lines } from '../prompt/lines.ts';
import { endOfLine, type Insertion } from './insertion.ts';

/** These hold rules; a declaration needs one of those around it. */
const holdsRules = /@(?:media|supports|layer|container|document|scope|starting-style)\b[^;{}]*$/iu;

/** Where a line leaves off. */
interface State {
  readonly isInRule: boolean;
  readonly isOpenStatement: boolean;
  readonly isInComment: boolean;
}

export function belowInCss(lines: Lines, line: number, eol: string): Insertion {
  const states = statesOf(lines);
  for (let i = line; i < lines.count; i++) {
    const state = states[i];
    if (!state || state.isOpenStatement || state.isInComment || !state.isInRule) continue;
    return { range: endOfLine(lines, i), before: eol + indentBelow(lines, i), after: '' };
  }
  // No rule is there to take it: it gets one.
  const last = lines.count - 1;
  return { range: endOfLine(lines, last), before: `${eol}.image {${eol}  `, after: `${eol}}` };
}

function indentBelow({ count, lineAt }: Lines, line: number): string {
  const own = indentOf(lineAt(line));
  if (!/\{[^}]*$/u.test(lineAt(line))) return own;
  const next = line + 1 < count ? lineAt(line + 1) : '';
  const below = indentOf(next);
  return next.trim() !== '' && below.length > own.length ? below : `${own}${own.includes('\t') ? '\t' : '  '}`;
}

function indentOf(text: string): string {
  return /^[ \t]*/u.exec(text)?.[0] ?? '';
}

// Line comments end with their line; an address has two slashes as well.
const token =
  /\/\*[^]*?(?:\*\/|$)|(?<![:\w])\/\/[^\n]*|"(?:[^"\\\n]|\\[^])*"?|'(?:[^'\\\n]|\\[^])*'?|#\{[^{}\n]*\}|[{};\n]/gu;

function statesOf({ count, lineAt }: Lines): readonly State[] {
  const text = Array.from({ length: count }, (_, index) => lineAt(index)).join('\n') + '\n';
  const states: State[] = [];
  /** Whether each of the blocks that are open is in a rule. */
  const blocks: boolean[] = [];
  const isInRule = (): boolean => blocks.at(-1) ?? false;
  let statement = '';
  let position = 0;
  for (const match of text.matchAll(token)) {
    const [found] = match;
    statement += text.slice(position, match.index);
    position = match.index + found.length;
    if (found === '{') {
      blocks.push(isInRule() || !holdsRules.test(statement));
      statement = '';
    } else if (found === '}') {
      blocks.pop();
      statement = '';
    } else if (found === ';') statement = '';
    else if (found === '\n')
      states.push({ isInRule: isInRule(), isOpenStatement: statement.trim() !== '', isInComment: false });
    else if (found.startsWith('/*')) {
      const inside = found.split('\n').length - 1;
      for (let i = 0; i < inside; i++) states.push({ isInRule: isInRule(), isOpenStatement: false, isInComment: true });
    } else if (!found.startsWith('//')) statement += found;
  }
  return states;
}
