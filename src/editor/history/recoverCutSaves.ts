/** Finds the pictures that had arrived when the process which was saving them was ended. */
import { Uri } from 'vscode';
import type { Engine } from '../../engine.ts';
import type { History } from './history.ts';

/**
 * Looks where this job will save, and wherever a process that no longer runs was saving: a folder may be used only
 * once, when its name has a date in it or it belongs to a document. Never rejects.
 */
export async function recoverCutSaves(
  folder: Uri,
  history: Pick<History, 'refresh' | 'cutSaves' | 'cutSavesRecovered'>,
  engine: Pick<Engine, 'recoverSaves'>,
): Promise<readonly Uri[]> {
  await history.refresh();
  const cut = history.cutSaves;
  const folders = new Set([...(folder.scheme === 'file' ? [folder.fsPath] : []), ...cut]);
  const found = await Promise.all([...folders].map((one) => engine.recoverSaves(one)));
  history.cutSavesRecovered(cut);
  return found.flat().map((file) => Uri.file(file));
}
