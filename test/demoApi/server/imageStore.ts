/** Pictures at addresses of their own, signed, which expire: what providers answer instead of the picture. */
import { randomBytes } from 'node:crypto';
import type { Call } from './call.ts';
import { headerOf } from './call.ts';
import { textReply } from './reply.ts';
import type { Reply } from './reply.ts';

export interface ImageStore {
  /**
   * The whole address of the picture on the server that was called.
   * @param contentType what the picture is said to be when it is fetched, which need not be true
   */
  put(picture: Reply, call: Call, contentType?: string): string;
  answer(call: Call): Reply;
  clear(): void;
}

/** @param lifeSeconds how long an address is good for */
export function createImageStore(lifeSeconds: number): ImageStore {
  const pictures = new Map<string, { readonly picture: Reply; readonly signature: string; readonly ends: number }>();
  return {
    put(picture, { url }, contentType) {
      const type = picture.headers['content-type'] === 'image/png' ? 'png' : 'jpg';
      const path = `/images/${randomBytes(12).toString('hex')}.${type}`;
      const signature = randomBytes(16).toString('hex');
      const headers = { 'content-type': contentType ?? picture.headers['content-type'] ?? '' };
      const ends = performance.now() + lifeSeconds * 1_000;
      pictures.set(path, { picture: { ...picture, headers }, signature, ends });
      return `${url.origin}${path}?expires=${lifeSeconds}&signature=${signature}`;
    },
    answer(call) {
      const { pathname, searchParams } = call.url;
      const found = pictures.get(pathname);
      // A storage that is sent two kinds of credentials at once refuses.
      if (headerOf(call, 'authorization') !== undefined) return denied(400, 'InvalidArgument');
      if (!found || searchParams.get('signature') !== found.signature) return denied(403, 'AccessDenied');
      return performance.now() < found.ends ? found.picture : denied(403, 'AccessDenied');
    },
    clear: () => pictures.clear(),
  };
}

function denied(status: number, code: string): Reply {
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>Request has expired</Message></Error>`;
  return textReply(status, xml, 'application/xml');
}
