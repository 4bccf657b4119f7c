/** Where a file is after something was renamed. */
import type { Uri } from 'vscode';

/** Follows the renaming of the file itself or of a folder above it. A cell has the path of its notebook. */
export function renamed(uri: Uri, from: Uri, to: Uri): Uri {
  const isCell = uri.scheme === 'vscode-notebook-cell';
  if (!isCell && (uri.scheme !== from.scheme || uri.authority !== from.authority)) return uri;
  if (uri.path !== from.path && !uri.path.startsWith(`${from.path}/`)) return uri;
  return uri.with({ path: to.path + uri.path.slice(from.path.length) });
}
