/** Whether a file says how it was made. Each is read once, until it changes. */
import { workspace, type Uri } from 'vscode';
import { holdsSettings } from '../images/holdsSettings.ts';
import type { ImageSettings } from '../images/imageSettings.ts';

/** So many files are remembered, those that were asked for last. */
const mostKnown = 2_000;

export type TellsSettings = (file: Uri) => Promise<'yes' | 'no' | 'noFile'>;

export function createTellsSettings(lookUp: ImageSettings['lookUp']): TellsSettings {
  const known = new Map<string, { readonly state: string; readonly tells: boolean }>();

  async function tells(file: Uri): Promise<boolean> {
    try {
      await lookUp(file);
      return true;
    } catch {
      return false;
    }
  }

  return async (file) => {
    try {
      const { mtime, size } = await workspace.fs.stat(file);
      if (!holdsSettings(file)) return 'no';
      const state = `${mtime} ${size}`;
      const key = file.toString();
      const before = known.get(key);
      const answer = before?.state === state ? before.tells : await tells(file);
      known.delete(key);
      known.set(key, { state, tells: answer });
      for (const oldest of known.keys()) {
        if (known.size <= mostKnown) break;
        known.delete(oldest);
      }
      return answer ? 'yes' : 'no';
    } catch {
      return 'noFile';
    }
  };
}
