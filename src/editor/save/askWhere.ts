/** Asks for a place of the user's own for a picture that could not be saved where it was to go. */
import { Uri, window } from 'vscode';
import type { ReceivedImage } from '../../core/failure.ts';
import { fileExtensions } from '../../core/image.ts';
import { slug } from '../../core/names/slug.ts';
import type { ImageHome } from './imageHome.ts';

/** Undefined when thought better of. */
export async function askWhere(
  { record, format }: ReceivedImage,
  order: { readonly home: ImageHome } | undefined,
): Promise<Uri | undefined> {
  const extension = fileExtensions[format];
  const name = `${slug(record.prompt)}.${extension}`;
  return window.showSaveDialog({
    ...(order ? { defaultUri: Uri.joinPath(order.home.base, name) } : {}),
    filters: { [format.toUpperCase()]: [extension] },
  });
}
