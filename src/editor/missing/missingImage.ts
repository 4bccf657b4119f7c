/** An image that documents want and that is not there. */
import type { Range, Uri } from 'vscode';
import type { FoundLink } from '../../core/links/linkStyle.ts';

/** A document as far as its image links go: open in an editor, or only a file. */
export interface DocumentText {
  readonly uri: Uri;
  /** The file that its links are seen from; undefined where it is saved nowhere. A notebook's for its cells. */
  readonly home: Uri | undefined;
  readonly languageId: string;
  readonly text: string;
  /** Its image links, where they have been looked for already. */
  readonly links?: readonly FoundLink[];
}

/** A link to it. */
export interface MissingLink {
  readonly document: DocumentText;
  /** Of the link's target. */
  readonly range: Range;
}

export interface MissingImage {
  /** Where it goes, as written. */
  readonly place: Uri;
  /** All that lead there; the first one says what it shows. */
  readonly links: readonly [MissingLink, ...MissingLink[]];
  readonly prompt: string;
  /** Pixels. */
  readonly width?: number;
  /** Pixels. */
  readonly height?: number;
  /** There is a draft of it, which is to give way. */
  readonly isDraft: boolean;
}
