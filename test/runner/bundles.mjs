// What esbuild makes of the sources: the extension (two files, so that the network engine is loaded on first use
// only) and the test programs.
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const common = { absWorkingDir: root, bundle: true, format: 'cjs', platform: 'node', logLevel: 'warning' };

/** dist/extension.js and dist/engine.js. `import('./engine.js')` stays a `require` that runs when it is reached. */
export function extensionBundle({ production }) {
  return {
    ...common,
    entryPoints: ['src/extension.ts', 'src/engine.ts'].filter((file) => existsSync(path.join(root, file))),
    outdir: 'dist',
    target: 'node22',
    external: ['vscode', './engine.js'],
    supported: { 'dynamic-import': false },
    minify: production,
    sourcemap: !production,
    legalComments: 'none',
  };
}

/**
 * Test programs, each a bundle of its own; packages stay outside. Unit tests run on Node 20 too.
 * @param within folders or files below `test` to look in
 */
export async function testBundle({ outdir, within = ['unit', 'host', 'ui', 'demoApi', 'bench'] }) {
  return {
    ...common,
    entryPoints: (await Promise.all(within.map(testPrograms))).flat(),
    outdir,
    outbase: 'test',
    target: 'node20',
    packages: 'external',
    external: ['vscode'],
    sourcemap: true,
  };
}

/** Programs below a folder of `test`: the tests, the host suite's entry, and the main.ts of the API and the bench. */
async function testPrograms(within) {
  const start = path.resolve(root, 'test', within);
  if (!existsSync(start)) return [];
  if (start.endsWith('.ts')) return [path.relative(root, start)];
  const files = await readdir(start, { recursive: true });
  return files
    .filter((file) => /(\.test|(^|[\\/])(main|index))\.ts$/.test(file))
    .map((file) => path.relative(root, path.join(start, file)))
    .toSorted();
}
