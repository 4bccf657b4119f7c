/** Where pictures are made: draws what was asked for, encodes it, and puts it into an answer. */
import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { drawPicture } from './picture/drawPicture.ts';
import { encodeJpeg } from './picture/encodeJpeg.ts';
import { encodePng } from './picture/encodePng.ts';
import type { Reply } from './server/reply.ts';
import type { ReplyCache } from './server/replyCache.ts';

export type PictureType = 'image/png' | 'image/jpeg';

/** A request for a picture, checked. What a picture shows depends on prompt, negative prompt, seed and size alone. */
export interface PictureOrder {
  readonly model: string;
  readonly sha: string;
  readonly prompt: string;
  readonly negativePrompt: readonly string[];
  /** Pixels. */
  readonly width: number;
  /** Pixels. */
  readonly height: number;
  /** 0 to 2^64 - 1. */
  readonly seed?: bigint;
  readonly steps?: number;
  readonly guidanceScale?: number;
  readonly scheduler?: string;
  readonly type: PictureType;
}

/**
 * `on`: the same order gets the same bytes, with or without a seed, from memory the second time. `off`: drawn anew, and
 * without a seed it is a new picture. `none`: the same, for services that do not know of a cache and say nothing of it.
 */
export type CacheUse = 'on' | 'off' | 'none';

export interface Studio {
  /** @throws AbortError when the caller hangs up meanwhile. */
  make(order: PictureOrder, cacheUse: CacheUse, signal: AbortSignal): Promise<Reply>;
}

/** @param generationSeconds how long making a picture takes at least, for watching progress and cancelling. */
export function createStudio(cache: ReplyCache, generationSeconds: number): Studio {
  return {
    async make(order, cacheUse, signal) {
      const started = performance.now();
      const key = keyOf(order);
      const cached = cacheUse === 'on' ? cache.get(key) : undefined;
      if (!cached && generationSeconds > 0) await sleep(generationSeconds * 1000, undefined, { signal });
      const seed = order.seed ?? (cacheUse === 'on' ? 0n : randomBytes(8).readBigUInt64LE());
      const bytes = cached ?? (await drawn(order, seed));
      if (cacheUse === 'on') cache.set(key, bytes);
      return {
        status: 200,
        headers: {
          'content-type': order.type,
          'x-compute-type': cached ? 'cache' : 'cpu',
          'x-compute-time': ((performance.now() - started) / 1000).toFixed(3),
          'x-sha': order.sha,
          ...(cacheUse === 'none' ? {} : { 'x-cache': cacheUse === 'off' ? 'bypass' : cached ? 'hit' : 'miss' }),
        },
        body: bytes,
      };
    },
  };
}

function drawn(order: PictureOrder, seed: bigint): Promise<Uint8Array> {
  const picture = drawPicture({ ...order, seed });
  return order.type === 'image/png' ? encodePng(picture) : Promise.resolve(encodeJpeg(picture, 92));
}

function keyOf(order: PictureOrder): string {
  const text = JSON.stringify(order, (_key, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value));
  return createHash('sha256').update(text).digest('hex');
}
