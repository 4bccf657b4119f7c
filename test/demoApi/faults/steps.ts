/** What each part of a fault does to the plan of an answer: small functions that go on top of each other. */
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { encodeJpeg } from '../picture/encodeJpeg.ts';
import { encodePng } from '../picture/encodePng.ts';
import type { Call } from '../server/call.ts';
import type { Plan } from '../server/plan.ts';
import { jsonReply, textReply } from '../server/reply.ts';
import type { Reply } from '../server/reply.ts';
import type { Amount, Fault } from './fault.ts';

export type Step = (plan: Plan, call: Call) => Plan | Promise<Plan>;

type Steps = { readonly [Part in keyof Fault]-?: (value: NonNullable<Fault[Part]>) => Step };

const compress = { gzip: gzipSync, br: brotliCompressSync, deflate: deflateSync } as const;

/** In the order in which they are put on. */
export const steps: Steps = {
  json: (value) => (plan) => ({ ...plan, reply: jsonReply(plan.reply.status, value) }),
  html: (html) => (plan) => ({ ...plan, reply: textReply(plan.reply.status, html, 'text/html; charset=utf-8') }),
  text: (text) => (plan) => ({ ...plan, reply: textReply(plan.reply.status, text) }),
  base64: (bytes) => withBody(() => Buffer.from(bytes, 'base64'), { 'content-type': 'application/octet-stream' }),
  black: (format) => async (plan, call) => {
    const picture = { width: 512, height: 512, pixels: new Uint8Array(512 * 512 * 3) };
    const body = format === 'png' ? await encodePng(picture) : encodeJpeg(picture, 92);
    return withBody(() => body, { 'content-type': `image/${format}` })(plan, call);
  },
  redirect: (target) => (plan, call) => {
    const location = target === 'otherOrigin' ? otherOrigin(call.url) : target;
    return { ...plan, reply: { status: 307, headers: { location }, body: new Uint8Array() } };
  },
  status: (status) => withReply((reply) => ({ ...reply, status })),
  asBase64Json: () =>
    withReply((reply) => {
      const wrapped = jsonReply(reply.status, Buffer.from(reply.body).toString('base64'));
      return { ...wrapped, headers: { ...reply.headers, ...wrapped.headers } };
    }),
  encoding: (name) => withBody((body) => compress[name](body), { 'content-encoding': name }),
  bombBytes: (bytes) => withBody(() => gzipSync(new Uint8Array(bytes)), { 'content-encoding': 'gzip' }),
  contentType: (type) => withReply((reply) => ({ ...reply, headers: { ...reply.headers, 'content-type': type } })),
  headers: (changes) =>
    withReply((reply) => {
      const lowered = Object.entries(changes).map(([name, value]) => [name.toLowerCase(), value] as const);
      const all = Object.entries({ ...reply.headers, ...Object.fromEntries(lowered) });
      const kept = all.filter((entry): entry is [string, string] => entry[1] !== null);
      return { ...reply, headers: Object.fromEntries(kept) };
    }),
  paddingBytes: (padding) => (plan) => ({ ...plan, padding }),
  delaySeconds: (delaySeconds) => (plan) => ({ ...plan, delaySeconds }),
  bytesPerSecond: (bytesPerSecond) => (plan) => ({ ...plan, bytesPerSecond }),
  cut:
    ({ after: amount, length }) =>
    (plan) => {
      const after = bytesOf(amount, plan);
      if (length === 'cut') return { ...plan, reply: { ...plan.reply, body: plan.reply.body.subarray(0, after) } };
      return { ...plan, length: length === 'none' ? 'none' : plan.length, stop: { after, how: 'close' } };
    },
  lengthOff: (by) => (plan) => ({ ...plan, length: Math.max(0, plan.reply.body.byteLength + plan.padding + by) }),
  stallAfter: (amount) => (plan) => ({ ...plan, stop: { after: bytesOf(amount, plan), how: 'stall' } }),
  resetAfter: (amount) => (plan) => ({ ...plan, stop: { after: bytesOf(amount, plan), how: 'reset' } }),
};

/** Whether the real answer is not needed under this fault. */
export function replacesAnswer(fault: Fault): boolean {
  const bodies = ['json', 'html', 'text', 'base64', 'black', 'redirect', 'bombBytes'];
  return bodies.some((part) => part in fault) || fault.resetAfter === -1;
}

function withReply(change: (reply: Reply) => Reply): (plan: Plan, call: Call) => Plan {
  return (plan) => ({ ...plan, reply: change(plan.reply) });
}

function withBody(
  change: (body: Uint8Array) => Uint8Array,
  headers: Readonly<Record<string, string>>,
): (plan: Plan, call: Call) => Plan {
  return withReply((reply) => ({
    status: reply.status,
    headers: { ...reply.headers, ...headers },
    body: change(reply.body),
  }));
}

function bytesOf(amount: Amount, { reply, padding }: Plan): number {
  return amount > 0 && amount < 1 ? Math.floor((reply.body.byteLength + padding) * amount) : amount;
}

/** The same server by another of its names, which is another origin all the same. */
function otherOrigin(url: URL): string {
  const other = new URL(url);
  other.hostname = url.hostname === 'localhost' ? '127.0.0.1' : 'localhost';
  return other.href;
}
