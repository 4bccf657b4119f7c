/** Models as the Hub lists them, as far as whoever chooses one wants to know. */

export interface ListedModel {
  /** `owner/name`. */
  readonly id: string;
  readonly likes?: number;
  /** Of the last month. */
  readonly downloads?: number;
  /** Its terms have to be accepted on its page first. */
  readonly gated: boolean;
  /** Ids of the providers that serve it now and that Depict speaks; at least one. */
  readonly providers: readonly string[];
}

export interface ModelPage {
  readonly models: readonly ListedModel[];
  /** What to ask for the page after this one, where there is one. */
  readonly next?: string;
}

/** No words: what is talked about just now. `next` is what an earlier page has given. */
export type ModelQuestion = { readonly words: string } | { readonly next: string };
