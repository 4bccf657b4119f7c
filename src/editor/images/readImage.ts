/** The bytes of an image's file. */
import type { Uri } from 'vscode';
import { readSmallFile } from '../uri/readSmallFile.ts';

/** The same limit as for pictures that are received. Bytes. */
const largest = 64 * 1024 * 1024;

/** Undefined for what cannot be read, or is larger than any picture that is made. */
export function readImage(uri: Uri): Promise<Uint8Array | undefined> {
  return readSmallFile(uri, largest);
}
