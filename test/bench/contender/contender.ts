/** Ways from a request to a file that are measured side by side. */

/** Asks the address for a picture and saves it in a file that does not exist yet. */
export type SavePicture = (url: string, file: string) => Promise<void>;

export interface Contender {
  readonly label: string;
  /** Loads what it needs; not measured. */
  readonly prepare: () => Promise<SavePicture>;
}

/** What all of them ask for. */
export const prompt = 'A lighthouse on a cliff at dusk, waves below, oil painting';
