/** What a language's image links are made of. One file per style; `linkStyles.ts` says which language has which. */

/**
 * Where a link leads: the path of a file as it would be typed in a terminal (`../a b.png`, nothing encoded), or a
 * complete URI, already encoded, for what no path can reach.
 */
export type LinkTarget =
  { readonly type: 'path'; readonly path: string } | { readonly type: 'uri'; readonly uri: string };

export interface Link {
  readonly target: LinkTarget;
  /** Plain text. */
  readonly alt: string;
  /** Pixels. */
  readonly width: number;
  /** Pixels. */
  readonly height: number;
}

/** A link as it goes into a document: the three joined. The alt text stands alone so that it can be a placeholder. */
export interface LinkText {
  readonly before: string;
  /** Escaped. */
  readonly alt: string;
  readonly after: string;
}

/** An image link in a line of text. Numbers are UTF-16 offsets in the line; ends are exclusive. */
export interface FoundLink {
  readonly start: number;
  readonly end: number;
  /** The target as written, without brackets or quotes. */
  readonly targetStart: number;
  readonly targetEnd: number;
  /** The target as the language reads it: escapes and entities undone, still encoded as a URI is. */
  readonly target: string;
  /** The file's path, decoded, without query and fragment; undefined where the target is a complete URI. */
  readonly path: string | undefined;
  /** Plain text, escapes and entities undone. */
  readonly alt: string;
}

export interface LinkStyle {
  readonly write: (link: Link) => LinkText;
  /** Links that are whole within one line. Takes time in proportion to the line's length, whatever stands in it. */
  readonly find: (line: string) => readonly FoundLink[];
  /** The target as `write` puts it, for templates. */
  readonly writeTarget: (target: LinkTarget) => string;
  /** The alt text as `write` puts it, for templates. */
  readonly writeAlt: (alt: string) => string;
}
