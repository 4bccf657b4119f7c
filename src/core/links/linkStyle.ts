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
  /** The same within a line of text, where the language has another form for that. */
  readonly inline?: { readonly before: string; readonly alt: string; readonly after: string };
  /** It stands apart from what is around it, also from other links. */
  readonly isBlock?: true;
}

/** An image link in a document. Numbers are UTF-16 offsets in its text; ends are exclusive. */
export interface FoundLink {
  readonly start: number;
  readonly end: number;
  /** The target as written, without brackets or quotes. */
  readonly targetStart: number;
  readonly targetEnd: number;
  /** The target as the language reads it: escapes and entities undone, still encoded as a URI is. */
  readonly target: string;
  /**
   * The file's path as seen from the document, decoded, without query and fragment; undefined where the target is a
   * complete URI. A new image goes here.
   */
  readonly path: string | undefined;
  /** Where the language's tools look besides, likeliest first: `\graphicspath`, endings that are left out. */
  readonly otherPaths?: readonly string[];
  /** Plain text, escapes and entities undone. */
  readonly alt: string;
  /** Plain text of a caption or title beside the alt text. */
  readonly caption?: string;
  /** Pixels, where the link itself says so. */
  readonly width?: number;
  /** Pixels, where the link itself says so. */
  readonly height?: number;
  /** The document's own code makes the file when it is run. */
  readonly isOutput?: true;
  /** A name without a folder, for a program that may look for it elsewhere. */
  readonly isBareName?: true;
}

/** A heading of a document, for images that say nothing of themselves. */
export interface Heading {
  /** UTF-16 offset in the text. */
  readonly start: number;
  /** Plain text. */
  readonly text: string;
}

export interface LinkStyle {
  readonly write: (link: Link) => LinkText;
  /**
   * The image as a figure, with its words for the caption too: that is the placeholder. Missing where the language has no
   * figures.
   */
  readonly writeFigure?: (link: Link) => LinkText;
  /**
   * Every image link of a whole document in the order of the text, none in code or comments. Takes time in proportion
   * to the text's length, whatever stands in it.
   */
  readonly find: (text: string) => readonly FoundLink[];
  /** In the order of the text. Missing where documents of the language have none. */
  readonly headings?: (text: string) => readonly Heading[];
  /** True where a link to a file that does not exist is a request for it. In code, aliases and imports would be false alarms. */
  readonly canRequest?: true;
  /** Says of a path whether the language's tools bring the file along. */
  readonly isProvided?: (path: string) => boolean;
  /**
   * The folder that relative targets start from behind a text, as seen from the document and without a slash at its
   * end: AsciiDoc's `imagesdir`. Undefined, or missing, for the document's own.
   */
  readonly startFolder?: (textBefore: string) => string | undefined;
  /** The target as `write` puts it, for templates. */
  readonly writeTarget: (target: LinkTarget) => string;
  /** The alt text as `write` puts it, for templates. */
  readonly writeAlt: (alt: string) => string;
}
