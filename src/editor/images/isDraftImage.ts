/** Whether an image is a draft, wherever it lies: what the real one may take the place of. */
import type { Uri } from 'vscode';
import { hasDraftMark } from '../../core/draft/draftMark.ts';
import type { Engine } from '../../engine.ts';
import { readSmallFile } from '../uri/readSmallFile.ts';

/**
 * Of other file systems than the disk, VS Code only gives out whole files. A draft of 4096 by 4096 pixels takes 0.4 MB:
 * what is ten times that is none, and is not brought over a network to find out. Bytes.
 */
const largestDraft = 4_000_000;

/** False also where it cannot be read. */
export async function isDraftImage(image: Uri, engine: Pick<Engine, 'isDraftFile'>): Promise<boolean> {
  if (image.scheme === 'file') return engine.isDraftFile(image.fsPath);
  const bytes = await readSmallFile(image, largestDraft);
  return bytes !== undefined && hasDraftMark(bytes) === true;
}
