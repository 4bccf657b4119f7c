/** Reads from an answer's headers how long to wait before asking again. */

/**
 * Whole seconds, rounded up; undefined where the answer does not say.
 * `Retry-After` is seconds or a date (RFC 9110, 10.2.3). The Hub sends `RateLimit: "api";r=0;t=55` instead: `r` calls
 * are left, and `t` seconds remain of the window (draft-ietf-httpapi-ratelimit-headers).
 * @param now milliseconds since 1970
 */
export function retryAfterSeconds(headers: Readonly<Record<string, string>>, now: number): number | undefined {
  const value = headers['retry-after']?.trim() ?? '';
  if (/^\d{1,9}(\.\d+)?$/.test(value)) return Math.ceil(Number(value));
  const date = /[a-z]/i.test(value) ? Date.parse(value) : Number.NaN;
  if (!Number.isNaN(date)) return Math.max(0, Math.ceil((date - now) / 1_000));
  const window = /;\s*r=0\b.*?;\s*t=(\d{1,9})\b/.exec(headers['ratelimit'] ?? '');
  return window ? Number(window[1]) : undefined;
}
