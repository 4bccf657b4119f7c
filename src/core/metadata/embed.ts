/** What every format's part has in common. */

/** What is written: the text for other programs and the exact JSON for ourselves. */
export interface RecordTexts {
  readonly parameters: string;
  readonly json: string;
}

/** One format's part. Returns pieces of the original and new ones between them; `[bytes]` where it cannot be done. */
export type Embed = (bytes: Uint8Array, texts: RecordTexts) => readonly Uint8Array[];
