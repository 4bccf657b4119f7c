/** The link definitions of a document. They stand at the beginning of paragraphs, and are no part of their text. */
import { linkDefinitionAt, type LinkDefinition } from './linkDefinitions.ts';
import { joinParts, rangeAt, type LinePart, type MappedText } from './mappedText.ts';

/** Where a definition's target stands in the document, and what it says. */
export interface Definition {
  readonly start: number;
  readonly end: number;
  /** As written. */
  readonly target: string;
  /** As written. */
  readonly title: string | undefined;
}

export interface Definitions {
  /** By normalised label. */
  readonly byLabel: ReadonlyMap<string, Definition>;
  /** Takes those that a paragraph begins with. @returns the rest of the paragraph */
  takeFrom(parts: readonly LinePart[]): readonly LinePart[];
}

export function createDefinitions(): Definitions {
  const byLabel = new Map<string, Definition>();

  /** The first one counts. */
  function define(content: MappedText, { label, targetStart, targetEnd, title }: LinkDefinition): void {
    if (byLabel.has(label)) return;
    const target = content.text.slice(targetStart, targetEnd);
    byLabel.set(label, { ...rangeAt(content, targetStart, targetEnd), target, title });
  }

  return {
    byLabel,
    takeFrom(parts) {
      if (!parts[0]?.text.startsWith('[')) return parts;
      const content = joinParts(parts);
      let end = 0;
      for (let found = linkDefinitionAt(content.text, 0); found; found = linkDefinitionAt(content.text, end)) {
        end = found.end;
        define(content, found);
      }
      return parts.slice(end >= content.text.length ? parts.length : content.starts.findIndex((each) => each >= end));
    },
  };
}
