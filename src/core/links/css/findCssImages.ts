/** Finds `url(…)` of pictures in style sheets, outside of comments and strings. */
import { decodePath } from '../encodePath.ts';
import type { FoundLink } from '../linkStyle.ts';

const mark = /\/\*|\/\/|["']|url\(\s*/giu;
const bareTarget = /((?:[^\s"'()\\]|\\[^\n])*)\s*\)/uy;
const quotedTarget = { '"': /"((?:[^"\\\n]|\\[^])*)"\s*\)/uy, "'": /'((?:[^'\\\n]|\\[^])*)'\s*\)/uy } as const;
const text = { '"': /"(?:[^"\\\n]|\\[^])*"?/uy, "'": /'(?:[^'\\\n]|\\[^])*'?/uy } as const;
/** What stands in the same line behind a declaration. */
const comment = /[^;\n{}/]{0,200};?[ \t]*\/\*[ \t]?((?:[^*\n]|\*(?!\/))*?)[ \t]?\*\//uy;
// Fonts and other style sheets are linked alike.
const imageEnding = /\.(?:png|jpe?g|webp|gif|avif|bmp|svg)$/iu;

export function findCssImages(sheet: string, hasLineComments: boolean): readonly FoundLink[] {
  const found: FoundLink[] = [];
  let position = 0;
  for (;;) {
    mark.lastIndex = position;
    const match = mark.exec(sheet);
    if (!match) return found;
    position = read(match[0], match.index, mark.lastIndex);
  }

  /** Where to go on. */
  function read(begin: string, at: number, end: number): number {
    if (begin === '/*') return behind('*/', end);
    if (begin === '//') return hasLineComments ? behind('\n', end) : end;
    if (begin === '"' || begin === "'") return matchFrom(text[begin], at)?.end ?? end;
    const quote = sheet.charAt(end);
    const isQuoted = quote === '"' || quote === "'";
    const target = matchFrom(isQuoted ? quotedTarget[quote] : bareTarget, end);
    if (!target) return end;
    const link = linkOf(target.first, at, target.end, end + (isQuoted ? 1 : 0));
    if (link) found.push(link);
    return target.end;
  }

  function linkOf(written: string, start: number, end: number, targetStart: number): FoundLink | undefined {
    const target = unescaped(written);
    const path = decodePath(target);
    if (path === undefined || !imageEnding.test(path)) return undefined;
    const words = matchFrom(comment, end)?.first ?? '';
    const alt = words.replace(/(\*\\*)\\\/|(#\\*)\\\{/gu, (match) => `${match.slice(0, -2)}${match.slice(-1)}`);
    return { start, end, targetStart, targetEnd: targetStart + written.length, target, path, alt };
  }

  function matchFrom(pattern: RegExp, at: number): { readonly first: string; readonly end: number } | undefined {
    pattern.lastIndex = at;
    const match = pattern.exec(sheet);
    return match ? { first: match[1] ?? '', end: pattern.lastIndex } : undefined;
  }

  function behind(end: string, from: number): number {
    const at = sheet.indexOf(end, from);
    return at < 0 ? sheet.length : at + end.length;
  }
}

function unescaped(written: string): string {
  return written.replace(/\\(?:([0-9A-Fa-f]{1,6})\s?|\r?\n|([^]))/gu, (_, code?: string, character = '') => {
    if (code === undefined) return character;
    const point = Number.parseInt(code, 16);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '\uFFFD';
  });
}
