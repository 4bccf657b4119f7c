/**
 * Who may get which token. A repository, a container or a server may name any address it likes; none of them must get
 * a token by that alone.
 */

/** The two origins that the Hugging Face token is for. */
const huggingFaceOrigins: readonly string[] = ['https://huggingface.co', 'https://router.huggingface.co'];

export function isHuggingFace(origin: string): boolean {
  return huggingFaceOrigins.includes(origin);
}

/** The origin that a token is stored under: both of Hugging Face's share one, any other has its own. */
export function tokenOrigin(origin: string): string {
  return isHuggingFace(origin) ? 'https://huggingface.co' : origin;
}

/** True for `localhost`, 127.0.0.0/8 and [::1], over http or https. */
export function isLoopback(origin: string): boolean {
  return /^https?:\/\/(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/.test(origin);
}

export interface AmbientRule {
  /** The origin in `HF_ENDPOINT`, if any. */
  readonly hubFromEnvironment: string | undefined;
  /** Origins that the user has said yes to, once each. */
  readonly allowed: readonly string[];
}

/**
 * Whether a token of the environment (`HF_TOKEN`, the CLI's file) may go to an origin without asking. Loopback may: the
 * addresses that requests go to can be set in machine settings only.
 */
export function mayGetAmbientToken(origin: string, rule: AmbientRule): boolean {
  return (
    isHuggingFace(origin) || origin === rule.hubFromEnvironment || isLoopback(origin) || rule.allowed.includes(origin)
  );
}

/** What may stand in a header: visible ASCII without spaces. A pasted token often has a line break at its end. */
export function isToken(text: string): boolean {
  return /^[\x21-\x7e]{1,1000}$/.test(text);
}
