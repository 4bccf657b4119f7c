/** Tells a proxy that turns a request away from a service behind it that does. */

/** Answers that a proxy gives by itself. What it passes on keeps the service's own name in `Server`. */
const ownNames = /^(tinyproxy|squid)\b/i;

/**
 * Nothing was passed on then. A wrong password gets 401 from tinyproxy, where others say 407. Of 500 and more nobody
 * knows whether the service has heard the request.
 * @param headers by their names in lower case
 */
export function isTurnedAway(status: number, headers: Readonly<Record<string, string>>): boolean {
  return status === 407 || ((status === 401 || status === 403) && ownNames.test(headers['server'] ?? ''));
}
