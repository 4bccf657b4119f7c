// What esbuild makes of the sources: the extension (two files, so that the network engine is loaded on first use
// only), the sidebar's page, and the test programs.
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { root } from './root.mjs';

/** What `npm start` and the runner of the host tests load, besides the tests and the programs. */
const loadedByTheRunner = ['demoApi.ts', 'mainJob.ts'];

/** @type {import('esbuild').BuildOptions} */
const common = { absWorkingDir: root, bundle: true, format: 'cjs', platform: 'node', logLevel: 'warning' };

/**
 * dist/extension.js, dist/engine.js and dist/fonts. `import('./engine.js')` stays a `require` that runs when it is reached.
 * @param {{ production: boolean }} options minified, without source maps
 * @returns {import('esbuild').BuildOptions & { entryPoints: { in: string, out: string }[] }}
 */
export function extensionBundle({ production }) {
  return {
    ...common,
    entryPoints: [{ in: 'src/extension.ts', out: 'extension' }, { in: 'src/engine.ts', out: 'engine' }, ...draftFont()],
    loader: { '.woff': 'copy', '': 'copy' },
    outdir: 'dist',
    target: 'node22',
    external: ['vscode', './engine.js'],
    supported: { 'dynamic-import': false },
    minify: production,
    sourcemap: !production,
    legalComments: 'none',
  };
}

/** The parts of the font of drafts that are shipped, and its licence, which has to go with it. */
function draftFont() {
  const from = 'node_modules/@fontsource/ibm-plex-sans';
  const subsets = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'vietnamese'];
  return [
    ...subsets.map((name) => ({ in: `${from}/files/ibm-plex-sans-${name}-400-normal.woff`, out: `fonts/${name}` })),
    { in: `${from}/LICENSE`, out: 'fonts/LICENSE' },
  ];
}

/**
 * dist/webview.js and dist/webview.css, for the browser that the workbench is.
 * @param {{ production: boolean }} options minified, without source maps
 * @returns {import('esbuild').BuildOptions & { entryPoints: { in: string, out: string }[] }}
 */
export function webviewBundle({ production }) {
  return {
    ...common,
    entryPoints: [
      { in: 'src/webview/main.tsx', out: 'webview' },
      { in: 'src/webview/style/page.css', out: 'webview' },
    ],
    outdir: 'dist',
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    // Calls of `h`, with the children as arguments, are 2 % smaller than those of the automatic runtime.
    tsconfigRaw: { compilerOptions: { strict: true, jsx: 'react', jsxFactory: 'h', jsxFragmentFactory: 'Fragment' } },
    inject: ['node_modules/preact/dist/preact.mjs'],
    minify: production,
    // The page may fetch nothing, not even a source map.
    sourcemap: production ? false : 'inline',
    legalComments: 'none',
  };
}

/**
 * Test programs, each a bundle of its own; packages stay outside. Unit tests run on Node 20 too.
 * @param {{ outdir: string, within?: readonly string[] }} options `within`: folders or files below `test` to look in
 * @returns {Promise<import('esbuild').BuildOptions & { entryPoints: string[] }>}
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
    // A bundle is CommonJS, but the parts of test/runner in it are modules.
    define: { 'import.meta.url': 'bundleUrl' },
    banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
    sourcemap: true,
  };
}

/**
 * Programs below a folder of `test`: the tests, the host suite's entry, and the main.ts of the API and the bench.
 * @param {string} within
 */
async function testPrograms(within) {
  const start = path.resolve(root, 'test', within);
  if (!existsSync(start)) return [];
  if (start.endsWith('.ts')) return [path.relative(root, start)];
  const files = await readdir(start, { recursive: true });
  return files
    .filter(
      (file) => /(\.test|(^|[\\/])(main|index))\.ts$/.test(file) || loadedByTheRunner.includes(path.basename(file)),
    )
    .map((file) => path.relative(root, path.join(start, file)))
    .toSorted();
}
