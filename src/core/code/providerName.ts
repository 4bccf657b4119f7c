/** Who is asked, as the official clients take it. */
import type { CodeSettings } from './codeSettings.ts';

/** A provider's id; `auto` where the settings have a server's host or anything else instead, such as a draft. */
export function providerName({ provider }: Pick<CodeSettings, 'provider'>): string {
  return /^(?!(?:localhost|draft)$)[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(provider) ? provider : 'auto';
}
