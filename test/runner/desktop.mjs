// Desktop VS Code, where it can be had: it needs a display and a download.
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { Advice } from './run.mjs';
import { toolsFolder } from './root.mjs';

const updates = 'https://update.code.visualstudio.com/api/releases/stable';

/**
 * @param {(text: string) => void} say
 * @returns {Promise<string | undefined>} the executable; undefined where there is none to be had, which takes seconds to find out
 */
export async function findDesktop(say) {
  if (process.platform === 'linux' && !process.env['DISPLAY']) return undefined;
  try {
    const answer = await fetch(updates, { method: 'HEAD', signal: AbortSignal.timeout(4000) });
    if (!answer.ok) return undefined;
  } catch {
    return undefined;
  }
  say('Looking for desktop VS Code (downloaded once)');
  try {
    return await downloadAndUnzipVSCode({ cachePath: toolsFolder, timeout: 15_000 });
  } catch (error) {
    if (process.platform === 'win32')
      throw new Advice(
        `Desktop VS Code could not be downloaded: ${String(error)}. Set VSCODE_EXECUTABLE to the path of its Code.exe.`,
      );
    return undefined;
  }
}
