/** How large the two files are that are shipped. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from '../runner/root.mjs';

export interface BundleSize {
  readonly name: string;
  readonly bytes: number;
  readonly gzipBytes: number;
}

export async function bundleSizes(): Promise<readonly BundleSize[]> {
  return Promise.all(
    ['dist/extension.js', 'dist/engine.js'].map(async (name) => {
      const content = await readFile(path.join(root, name));
      return { name, bytes: content.length, gzipBytes: gzipSync(content).length };
    }),
  );
}
