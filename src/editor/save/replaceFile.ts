/** Puts a new image in the place of an old one. First the new one is safe, then the old one goes, then the name is given. */
import { workspace, type LogOutputChannel, type Uri } from 'vscode';
import { exactName } from '../../core/names/exactName.ts';
import type { ImageFormat } from '../../core/image.ts';
import type { Saved } from '../../core/generate.ts';
import { baseName } from '../../core/names/uriPath.ts';
import type { ExactPlace } from '../generate/order.ts';
import type { SetAside } from '../images/setAside.ts';
import { exists } from '../uri/exists.ts';

/** Where the new image is in the end. `saved` is where it was written first. */
export type Replace = (saved: Saved<Uri>, format: ImageFormat, place: ExactPlace) => Promise<Saved<Uri>>;

/**
 * Where the new image is of another type than the old one's name says, both stay: other documents may show the old
 * one. So they do where the old one cannot be moved.
 * @param saved the new image, under another name
 * @param isDraft asked when the new image is there: the old one may be another by then
 */
export async function replaceFile(
  saved: Saved<Uri>,
  format: ImageFormat,
  { uri: old, replaces }: ExactPlace,
  isDraft: (file: Uri) => Promise<boolean>,
  setAside: Pick<SetAside, 'move'>,
  log: Pick<LogOutputChannel, 'warn'>,
): Promise<Saved<Uri>> {
  const name = baseName(old.path);
  if (saved.place.toString() === old.toString() || exactName(name, format, 0) !== name) return saved;
  if (replaces === 'nothing' || (replaces === 'draft' && !(await isDraft(old)))) return saved;
  try {
    if (await exists(old)) await setAside.move(old);
    await giveName(saved.place, old);
    return { ...saved, place: old };
  } catch (error) {
    log.warn(`${old.toString()} could not be replaced: ${String(error)}`);
    return saved;
  }
}

/** Links lead there: a copy is better than nothing. */
async function giveName(saved: Uri, name: Uri): Promise<void> {
  try {
    await workspace.fs.rename(saved, name, { overwrite: false });
  } catch {
    await workspace.fs.copy(saved, name, { overwrite: false });
  }
}
