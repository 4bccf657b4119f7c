/** The cache behind `x-use-cache`: whole pictures by request, the least recently used ones dropped first. */

export interface ReplyCache {
  get(key: string): Uint8Array | undefined;
  set(key: string, bytes: Uint8Array): void;
  clear(): void;
}

/** @param maxBytes of all pictures together. */
export function createReplyCache(maxBytes: number): ReplyCache {
  const entries = new Map<string, Uint8Array>();
  let total = 0;

  function remove(key: string): void {
    total -= entries.get(key)?.byteLength ?? 0;
    entries.delete(key);
  }

  return {
    get(key) {
      const bytes = entries.get(key);
      if (!bytes) return undefined;
      entries.delete(key);
      entries.set(key, bytes);
      return bytes;
    },
    set(key, bytes) {
      remove(key);
      entries.set(key, bytes);
      total += bytes.byteLength;
      for (const oldest of entries.keys()) {
        if (total <= maxBytes) break;
        remove(oldest);
      }
    },
    clear() {
      entries.clear();
      total = 0;
    },
  };
}
