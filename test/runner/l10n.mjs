// Keeps l10n/bundle.l10n.json equal to the texts in src.
//   node test/runner/l10n.mjs [--write]
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from './root.mjs';
import { Advice, run, runMain, temporaryFolder } from './run.mjs';

const bundle = path.join(root, 'l10n/bundle.l10n.json');

await runMain(async () => {
  const wanted = await exportTexts();
  if (process.argv.includes('--write')) {
    await writeFile(bundle, wanted);
    return;
  }
  const present = await readFile(bundle, 'utf8').catch(() => '');
  if (present.replaceAll('\r\n', '\n') !== wanted) {
    throw new Advice('l10n/bundle.l10n.json is not what src says: run npm run l10n.');
  }
  console.log(`${Object.keys(JSON.parse(wanted)).length} texts, all in l10n/bundle.l10n.json.`);
});

/** The bundle as the tool of VS Code makes it, in an order that stays. */
async function exportTexts() {
  const folder = temporaryFolder('l10n');
  const tool = path.join(root, 'node_modules/@vscode/l10n-dev/dist/cli.js');
  const { code, output } = await run(process.execPath, [tool, 'export', '--outDir', folder, './src'], { cwd: root });
  if (code !== 0) throw new Advice(`${output}\nThe texts of src could not be read.`);
  // Without any text it writes no file.
  const texts = JSON.parse(await readFile(path.join(folder, 'bundle.l10n.json'), 'utf8').catch(() => '{}'));
  const sorted = Object.fromEntries(Object.entries(texts).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify(sorted, undefined, 2)}\n`;
}
