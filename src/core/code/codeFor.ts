/** A request as a program in the language of one's choice, the way the API's own pages show it. */
import type { CodeSettings, CodeTarget } from './codeSettings.ts';
import { curl } from './curl.ts';
import { javascript } from './javascript.ts';
import { python } from './python.ts';

const writers = { python, javascript, curl } as const satisfies Readonly<
  Record<string, (settings: CodeSettings, target?: CodeTarget) => string>
>;

export type CodeLanguage = keyof typeof writers;

export const codeLanguages = Object.keys(writers) as readonly CodeLanguage[];

/**
 * Never holds a token: it is read from the environment, from `HF_TOKEN` for Hugging Face and from `ENDPOINT_TOKEN` for
 * another server that may need one. Every text is quoted so that it is only a text in that language.
 * @param target left out: Hugging Face's Inference Providers
 */
export function codeFor(language: CodeLanguage, settings: CodeSettings, target?: CodeTarget): string {
  return writers[language](settings, target);
}
