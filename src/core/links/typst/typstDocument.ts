/** What of a Typst document its links and prompts need. */

/** An argument of a call. Offsets are UTF-16. */
export interface TypstArgument {
  readonly name: string | undefined;
  /** The literal that it is, as written without quotes or brackets; undefined where it is worked out. */
  readonly literal: { readonly type: 'string' | 'content'; readonly start: number; readonly end: number } | undefined;
}

export interface TypstCall {
  readonly name: string;
  readonly start: number;
  /** Behind the closing parenthesis. */
  readonly end: number;
  readonly arguments: readonly TypstArgument[];
  /** How many calls it stands in. */
  readonly depth: number;
}

export interface TypstHeading {
  readonly start: number;
  readonly textStart: number;
  readonly end: number;
}

export interface TypstDocument {
  /** Those that are complete, inner ones first. */
  readonly calls: readonly TypstCall[];
  readonly headings: readonly TypstHeading[];
  /** Raw text and comments, ends exclusive. */
  readonly hidden: readonly { readonly start: number; readonly end: number; readonly type: 'raw' | 'comment' }[];
  /** Where code is, from a `#` to the end of its expression or statement, the outermost only. */
  readonly code: readonly { readonly start: number; readonly end: number }[];
}
