// Checks the types of every runtime: each tsconfig.json below src and test, side by side.
import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { root } from './root.mjs';

const tsc = path.join(root, 'node_modules/typescript/bin/tsc');

const configs = (await Promise.all(['src', 'test'].map(configsIn))).flat().toSorted();
const results = await Promise.all(configs.map(check));
for (const { config, output, code } of results) {
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${config}`);
  if (code !== 0) console.log(output);
}
// A file that two runtimes share is reported by both.
if (results.length === 0 || results.some(({ code }) => code !== 0)) process.exitCode = 1;

/** @param {string} folder */
async function configsIn(folder) {
  const files = await readdir(path.join(root, folder), { recursive: true });
  return files.filter((file) => path.basename(file) === 'tsconfig.json').map((file) => path.join(folder, file));
}

/**
 * @param {string} config
 * @returns {Promise<{ config: string, output: string, code: number | null }>}
 */
function check(config) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [tsc, '-p', config, '--pretty', 'false'], { cwd: root });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ config, output: output.trim(), code }));
  });
}
