/** Whether a picture is a draft, by what is known of how it was made. For a file without settings see `draftMark.ts`. */
import type { GenerationRecord } from '../metadata/record.ts';
import { draftProvider } from '../services.ts';

export function isDraft({ provider }: Pick<GenerationRecord, 'provider'>): boolean {
  return provider === draftProvider;
}
