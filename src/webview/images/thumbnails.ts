export interface Thumbnails {
  readonly x?: never;
}
export function createThumbnails(_send: unknown, _draw: () => void): Thumbnails {
  return {};
}
