/** Reads the font of drafts, which lies beside the programs, in one file for each part. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ReadFont } from '../core/draft/font/fontSubsets.ts';

export function readDraftFont(folder: string): ReadFont {
  return (subset) => readFile(path.join(folder, `${subset}.woff`));
}
