// Finds a Chromium for the served VS Code, or brings one.
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { installFromDebian } from './debian.mjs';
import { toolsFolder } from './root.mjs';
import { Advice, run } from './run.mjs';
import { oncePer } from './stamp.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * @param {(text: string) => void} say
 * @returns {Promise<string>} path of the executable
 */
export async function findChromium(say) {
  const named = process.env['CHROMIUM'];
  if (named) {
    if (await starts(named)) return named;
    throw new Advice(`CHROMIUM names ${named}, which does not start.`);
  }
  return (await installed()) ?? (await fromDebian(say)) ?? (await fromNpm(say)) ?? explain();
}

async function installed() {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  const candidates = [...folders.flatMap((folder) => names.map((name) => path.join(folder, name))), ...places];
  for (const candidate of candidates) {
    if (existsSync(candidate) && (await starts(candidate))) return candidate;
  }
  return undefined;
}

/** @param {(text: string) => void} say */
async function fromDebian(say) {
  return (await installFromDebian(['chromium'], say)) ? installed() : undefined;
}

/**
 * The package @sparticuz/chromium holds a Chromium for Linux and the libraries it needs, compressed.
 * @param {(text: string) => void} say
 */
async function fromNpm(say) {
  if (process.platform !== 'linux') return undefined;
  const folder = path.join(toolsFolder, 'chromium');
  const executable = path.join(folder, 'chromium.sh');
  const { chromium: version } = JSON.parse(await readFile(new URL('served/package.json', import.meta.url), 'utf8'));
  try {
    await oncePer(path.join(folder, 'stamp'), [version, process.arch, toolsFolder], async () => {
      say('Bringing Chromium from the package registry (67 MB)');
      await rm(folder, { recursive: true, force: true });
      await mkdir(folder, { recursive: true });
      await writeFile(
        path.join(folder, 'package.json'),
        JSON.stringify({ private: true, dependencies: { '@sparticuz/chromium': version } }),
      );
      const install = await run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
        cwd: folder,
      });
      if (install.code !== 0) throw new Advice(install.output);
      const unpack = await run(process.execPath, [
        fileURLToPath(new URL('served/unpackChromium.mjs', import.meta.url)),
        folder,
      ]);
      if (unpack.code !== 0) throw new Advice(unpack.output);
      await writeFile(path.join(folder, 'own-fonts.conf'), fontSettings(folder));
      await writeFile(executable, launchScript(folder));
      await chmod(executable, 0o755);
      if (!(await starts(executable))) throw new Advice('It does not start on this machine.');
    });
    return executable;
  } catch (error) {
    if (!(error instanceof Advice)) throw error;
    say(`That Chromium cannot be used: ${error.message.trim().split('\n').at(-1)}`);
    return undefined;
  }
}

/** @param {string} folder */
function launchScript(folder) {
  return `#!/bin/sh
# The libraries that the package carries come last: the system's own are newer where it has them.
export LD_LIBRARY_PATH="\${LD_LIBRARY_PATH:+$LD_LIBRARY_PATH:}${folder}/lib"
[ -e /etc/fonts/fonts.conf ] || export FONTCONFIG_FILE="${folder}/own-fonts.conf"
exec "${folder}/chromium" "$@"
`;
}

/** @param {string} folder */
function fontSettings(folder) {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>
`;
}

/** @param {string} executable */
async function starts(executable) {
  const { code } = await run(executable, ['--version', '--no-sandbox'], { timeoutSeconds: 20 });
  return code === 0;
}

/** @returns {never} */
function explain() {
  throw new Advice(
    'No Chromium was found and none could be installed: install one and set CHROMIUM to the path of its executable.',
  );
}
