/** Keeps what was worked out of something's latest version. */

export interface VersionCache<T> {
  readonly get: (key: string, version: string, make: () => T) => T;
  readonly drop: (key: string) => void;
}

export function createVersionCache<T>(): VersionCache<T> {
  const kept = new Map<string, { readonly version: string; readonly value: T }>();
  return {
    get(key, version, make) {
      const known = kept.get(key);
      if (known?.version === version) return known.value;
      const value = make();
      kept.set(key, { version, value });
      return value;
    },
    drop(key) {
      kept.delete(key);
    },
  };
}
