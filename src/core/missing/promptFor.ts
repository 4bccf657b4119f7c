/** What a missing image is to show, in its document's own words. */
import type { FoundLink, Heading } from '../links/linkStyle.ts';
import { baseName } from '../names/uriPath.ts';

/** What people write, and editors fill in, when they have nothing to say. */
const empty =
  /^(?:alt(?:[ -]?text)?|image|img|picture|photo|figure|screenshot|untitled|placeholder|todo|tbd)?[\s\d.:…-]*$/iu;

/**
 * The alt text; without one the caption; without either the file's name, and the heading above to say what it is
 * about. Never empty.
 * @param headings in the order of the text
 */
export function promptFor(link: FoundLink, headings: readonly Heading[]): string {
  const name = baseName(link.path ?? link.target);
  const words = [link.alt, link.caption ?? ''].map(oneLine).find((text) => says(text, name));
  if (words !== undefined) return words;
  const heading = oneLine(headingAbove(headings, link.start));
  const named = nameWords(name);
  if (heading === '' || heading.toLowerCase() === named.toLowerCase()) return named;
  return empty.test(named) ? heading : `${named}, ${heading}`;
}

/** By halves: a long document has thousands of both. */
function headingAbove(headings: readonly Heading[], at: number): string {
  let [low, high] = [0, headings.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((headings[middle]?.start ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return headings[low - 1]?.text ?? '';
}

function says(text: string, name: string): boolean {
  return !empty.test(text) && text.toLowerCase() !== name.toLowerCase();
}

/** `lighthouse_atDusk-02.png`: `lighthouse at dusk 02`. */
function nameWords(name: string): string {
  const base = name.replace(/\.[^.]+$/u, '');
  const words = base.replace(/(\p{Ll})(\p{Lu})/gu, (_, end: string, start: string) => `${end} ${start.toLowerCase()}`);
  return words.replace(/[\s._-]+/gu, ' ').trim() || base || name;
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
