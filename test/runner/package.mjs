// Builds depict.vsix and says what is in it.
import { build } from 'esbuild';
import { readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { extensionBundle, webviewBundle } from './bundles.mjs';
import { installPackages } from './packages.mjs';
import { root } from './root.mjs';
import { Advice, run, runMain } from './run.mjs';

await runMain(async () => {
  await installPackages(console.log);
  await rm(path.join(root, 'dist'), { recursive: true, force: true });
  await build(extensionBundle({ production: true }));
  await build(webviewBundle({ production: true }));
  await declareApi();
  const vsix = path.join(root, 'depict.vsix');
  await rm(vsix, { force: true });
  const vsce = path.join(root, 'node_modules/@vscode/vsce/vsce');
  // The manifest names no repository yet: without it vsce refuses to turn the README's relative links into absolute ones.
  const flags = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
  const args = [vsce, 'package', ...flags, '--out', vsix];
  const { code, output } = await run(process.execPath, args, { cwd: root });
  console.log(output.trim());
  if (code !== 0) throw new Advice('depict.vsix could not be made.');
  console.log(`depict.vsix: ${kilobytes((await stat(vsix)).size)}, of it before compression:`);
  for (const name of ['extension.js', 'engine.js', 'webview.js', 'webview.css']) {
    console.log(`  dist/${name} ${kilobytes((await readFile(path.join(root, 'dist', name))).length)}`);
  }
});

/** The types of the exported API, for extensions that call us: api.d.ts and the parts of core it names. */
async function declareApi() {
  const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
  const emit = '--ignoreConfig --declaration --emitDeclarationOnly --outDir dist --rootDir src'.split(' ');
  const language = '--strict --target es2023 --lib es2023 --types node,vscode --module preserve --skipLibCheck'.split(
    ' ',
  );
  const imports = ['--moduleResolution', 'bundler', '--allowImportingTsExtensions'];
  const args = [tsc, ...emit, ...language, ...imports, 'src/api.ts'];
  const { code, output } = await run(process.execPath, args, { cwd: root });
  if (code !== 0) throw new Advice(`${output}\nThe types of src/api.ts could not be written.`);
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
