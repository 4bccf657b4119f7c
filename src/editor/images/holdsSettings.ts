/** Whether a file's format can say how it was made, by its name. */
import type { Uri } from 'vscode';

export function holdsSettings({ path }: Uri): boolean {
  return /\.(?:png|jpe?g|webp)$/i.test(path);
}
