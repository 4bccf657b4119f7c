/** The number of an exchange that a service's support asks for. */
import { withoutSecrets } from './serviceWords.ts';

/** `x-request-id`, or fal's own, where it is fit to be shown. */
export function requestIdIn(headers: Readonly<Record<string, string>>, token?: string): string | undefined {
  const id = headers['x-request-id'] ?? headers['x-fal-request-id'];
  return id !== undefined && /^[\x21-\x7e]{1,200}$/.test(id) ? withoutSecrets(id, token) : undefined;
}
