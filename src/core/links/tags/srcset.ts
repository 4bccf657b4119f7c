/** The pictures that a `srcset` offers, parted as the HTML Standard has it. */

export interface Candidate {
  /** Where its address stands in the attribute. */
  readonly start: number;
  readonly end: number;
  /** Pixels, by a descriptor such as `640w`. */
  readonly width?: number;
  /** Pixels for each of the page's, by a descriptor such as `2x`. */
  readonly density?: number;
}

// An address goes on to the next white space, so that a comma may stand in it; what a template fills in is one piece.
const address = /[\s,]*((?![\s,])(?:\{\{[^{}]{0,300}\}\}|(?!\{\{[^{}]{0,300}\}\})\S){1,2000})/uy;
/** Up to the next comma outside of parentheses. */
const descriptors = /(?:[^,(]|\([^()]{0,100}\)|\()*/uy;

/** More are not written by hand. */
const mostCandidates = 100;

export function srcsetCandidates(text: string): readonly Candidate[] {
  const found: Candidate[] = [];
  let position = 0;
  while (found.length < mostCandidates) {
    address.lastIndex = position;
    const written = address.exec(text)?.[1];
    if (written === undefined) return found;
    position = address.lastIndex;
    const start = position - written.length;
    let end = position;
    while (text.charAt(end - 1) === ',') end--;
    if (end < position) {
      found.push({ start, end });
      continue;
    }
    descriptors.lastIndex = position;
    const described = descriptors.exec(text)?.[0] ?? '';
    position += described.length;
    found.push({ start, end, ...factsOf(described) });
  }
  return found;
}

function factsOf(described: string): Pick<Candidate, 'width' | 'density'> {
  const width = /(?:^|\s)(\d{1,5})w(?=\s|$)/u.exec(described)?.[1];
  if (width !== undefined) return { width: Number(width) };
  const density = /(?:^|\s)(\d{1,3}(?:\.\d{1,9})?|\.\d{1,9})x(?=\s|$)/u.exec(described)?.[1];
  return density === undefined ? {} : { density: Number(density) };
}
