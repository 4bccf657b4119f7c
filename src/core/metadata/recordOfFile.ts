/** The record of a picture that was not seen made, for the history: what its file tells, and the rest as well as it can be. */
import type { ImageSize } from '../image.ts';
import type { ImageSettings } from './imageSettings.ts';
import type { GenerationRecord } from './record.ts';

export interface PictureFile {
  /** Without its folders. A picture without a prompt is listed, and found, by it. */
  readonly name: string;
  readonly size: ImageSize;
  /** Milliseconds since 1970, as the file system says: anything may. */
  readonly changedAt: number;
}

export function recordOfFile(
  read: Pick<ImageSettings, 'record' | 'settings'> | undefined,
  { name, size, changedAt }: PictureFile,
): GenerationRecord {
  if (read?.record) return read.record;
  const { prompt = '', model = '', ...parameters } = read?.settings ?? {};
  return {
    version: 1,
    prompt: prompt === '' ? name : prompt,
    model,
    provider: '',
    parameters,
    ...size,
    createdAt: isoTime(changedAt),
    generator: '',
  };
}

/** False where a file told nothing of how it was made: then the prompt is no prompt, and nobody may pay for it. */
export function tellsHow({ generator, model, parameters }: GenerationRecord): boolean {
  return generator !== '' || model !== '' || Object.keys(parameters).length > 0;
}

/** What is no time counts as the oldest. */
function isoTime(milliseconds: number): string {
  const time = new Date(milliseconds);
  return (Number.isNaN(time.getTime()) ? new Date(0) : time).toISOString();
}
