/** The bytes of an image's file. */
import { workspace, type Uri } from 'vscode';

/** The same limit as for pictures that are received. Bytes. */
const largest = 64 * 1024 * 1024;

/** Undefined for what cannot be read, or is larger than any picture that is made. */
export async function readImage(uri: Uri): Promise<Uint8Array | undefined> {
  try {
    const { size } = await workspace.fs.stat(uri);
    return size <= largest ? await workspace.fs.readFile(uri) : undefined;
  } catch {
    return undefined;
  }
}
