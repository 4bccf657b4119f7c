/** Saves to the file that the user has chosen in a dialog, which has asked before replacing anything. */
import { workspace, type Uri } from 'vscode';
import { joinBytes } from '../../core/bytes/joinBytes.ts';
import { ImageFailure } from '../../core/failure.ts';
import type { Saved, Unsaved } from '../../core/generate.ts';

/** @throws {ImageFailure} `notSaved` */
export async function saveAt(place: Uri, { pieces }: Unsaved): Promise<Saved<Uri>> {
  const content = joinBytes(...pieces);
  try {
    await workspace.fs.writeFile(place, content);
  } catch (error) {
    throw new ImageFailure({ kind: 'notSaved', problem: 'other', path: place.fsPath }, { cause: error });
  }
  return { place, bytes: content.length };
}
