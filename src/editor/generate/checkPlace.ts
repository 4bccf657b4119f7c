/** Whether a picture could be saved, before it is asked for and paid for. Makes nothing and leaves nothing behind. */
import type { Uri } from 'vscode';
import type { Engine } from '../../engine.ts';
import { fileRoots } from '../save/imageHome.ts';
import { checkWorkspaceFolder } from '../save/saveToWorkspace.ts';
import type { Order } from './order.ts';

/** @throws {ImageFailure} */
export async function checkPlace(
  folder: Uri,
  { home, place }: Pick<Order, 'home' | 'place'>,
  engine: Pick<Engine, 'checkFolder'>,
): Promise<void> {
  if (folder.scheme === 'file') return engine.checkFolder(folder.fsPath, fileRoots(home), place !== undefined);
  return checkWorkspaceFolder(folder);
}
