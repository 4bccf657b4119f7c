/** Looks each file up once, for many links in one go. */
import type { Uri } from 'vscode';
import { exists } from '../uri/exists.ts';

export type Exists = (file: Uri) => Promise<boolean>;

/** What cannot be looked at counts as there: nobody can say that it is missing. */
export function existsOnce(): Exists {
  const known = new Map<string, Promise<boolean>>();
  return (file) => {
    const key = file.toString();
    const found = known.get(key) ?? exists(file).catch(() => true);
    known.set(key, found);
    return found;
  };
}
