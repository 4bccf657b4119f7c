/** The way to deflate, which is handed in like the way to inflate. */

/**
 * Deflates what comes in pieces into a zlib stream, in pieces too. Copies each piece before it asks for the next one,
 * which may be in the same place, and asks for more only when there is room: a large picture is never in memory as a
 * whole.
 */
export type Deflate = (pieces: Iterable<Uint8Array>) => Promise<readonly Uint8Array[]>;
