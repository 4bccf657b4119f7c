/** Finds the images of Typst: calls of `image` with a string for a path, and the captions of the figures around them. */
import { plainTypst } from '../../prompt/clean/plainTypst.ts';
import type { FoundLink } from '../linkStyle.ts';
import type { TypstArgument, TypstCall } from './typstDocument.ts';
import { scanTypst } from './typstScanner.ts';
import { readTypstString } from './typstString.ts';

/** UTF-16 units of a caption that count. */
const maxCaption = 2_000;

export function findTypstImages(text: string): readonly FoundLink[] {
  if (!text.includes('image')) return [];
  const { calls } = scanTypst(text);
  const images = calls.flatMap((call) => imageOf(text, call) ?? []).toSorted((a, b) => a.start - b.start);
  return withFigures(text, images, calls);
}

function imageOf(text: string, call: TypstCall): FoundLink | undefined {
  if (call.name !== 'image') return undefined;
  const literal = call.arguments.find(({ name }) => name === undefined)?.literal;
  if (literal?.type !== 'string' || literal.end === literal.start) return undefined;
  const target = readTypstString(text.slice(literal.start, literal.end));
  return {
    start: text.charAt(call.start - 1) === '#' ? call.start - 1 : call.start,
    end: call.end,
    targetStart: literal.start,
    targetEnd: literal.end,
    target,
    path: /^(?:[A-Za-z][A-Za-z0-9+.-]*:\/\/|data:)/u.test(target) ? undefined : target,
    alt: textOf(text, argumentOf(call, 'alt')),
  };
}

/** The innermost figure that says something counts. Calls end in the order of their depth, inner ones first. */
function withFigures(text: string, images: readonly FoundLink[], calls: readonly TypstCall[]): readonly FoundLink[] {
  const described: FoundLink[] = [...images];
  // Images that no figure has described yet; a figure takes all behind its start.
  const open: number[] = [];
  let next = 0;
  for (const call of calls) {
    while (next < images.length && (images[next]?.start ?? 0) < call.end) open.push(next++);
    if (call.name !== 'figure') continue;
    const caption = textOf(text, argumentOf(call, 'caption'));
    const alt = textOf(text, argumentOf(call, 'alt'));
    if (caption === '' && alt === '') continue;
    for (let i = open.at(-1); i !== undefined && (images[i]?.start ?? 0) > call.start; i = open.at(-1)) {
      open.pop();
      const image = described[i];
      if (image) described[i] = { ...image, alt: image.alt || alt, ...(caption === '' ? {} : { caption }) };
    }
  }
  return described;
}

function argumentOf(call: TypstCall, name: string): TypstArgument | undefined {
  return call.arguments.find((argument) => argument.name === name);
}

function textOf(text: string, argument: TypstArgument | undefined): string {
  const literal = argument?.literal;
  if (!literal) return '';
  const inside = text.slice(literal.start, Math.min(literal.end, literal.start + maxCaption));
  return literal.type === 'string' ? readTypstString(inside) : plainTypst(inside);
}
