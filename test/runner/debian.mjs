// Installs packages of Debian (or Ubuntu), where there is such a system and one may.
import { existsSync } from 'node:fs';
import { run } from './run.mjs';

/**
 * @param {readonly string[]} packages
 * @param {(text: string) => void} say
 * @returns {Promise<boolean>} false where that cannot be done here; what went wrong has been said
 */
export async function installFromDebian(packages, say) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  say(`Installing from Debian: ${packages.join(', ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-q'], { env, timeoutSeconds: 180 });
  // Somebody else may be installing something just now.
  const options = ['-o', 'DPkg::Lock::Timeout=120', '-qy', '--no-install-recommends'];
  const { code, output } = await run('apt-get', ['install', ...options, ...packages], { env, timeoutSeconds: 600 });
  if (code !== 0) say(`apt-get could not: ${output.trim().split('\n').at(-1)}`);
  return code === 0;
}
