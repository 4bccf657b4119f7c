/** What a picture gives back to whoever wants to make another like it. */
import type { ParameterValues } from '../parameters.ts';
import type { GenerationRecord } from './record.ts';

/** Never where requests go, where files go, or who pays: a picture may come from anybody. */
export interface ReusableSettings extends ParameterValues {
  /** Empty where a program made the picture without one. */
  readonly prompt: string;
  /** As the file has it, which need not be a name on the Hub. */
  readonly model?: string;
}

export interface ImageSettings {
  /** Who wrote what was read: we, or any program that writes AUTOMATIC1111's text. */
  readonly source: 'depict' | 'a1111';
  /** Ours only, and only when it is whole. */
  readonly record?: GenerationRecord;
  readonly settings: ReusableSettings;
  /** AUTOMATIC1111's text as found, where there is one beside or instead of ours. A stranger's: show it as plain text. */
  readonly text?: string;
}
