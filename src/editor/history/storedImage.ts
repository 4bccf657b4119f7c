/** An image of the history as the rest of the editor knows images: it may come from an earlier run. */
import { Uri, workspace } from 'vscode';
import type { GeneratedImage } from '../../api.ts';
import type { Picture } from '../../core/generate.ts';
import type { HistoryImage } from '../../core/history/event.ts';
import { describeImage } from '../generate/describeImage.ts';
import { linkContext } from '../links/linkContext.ts';
import type { LinkContext } from '../links/linkFor.ts';
import { imageHome, type ImageHome } from '../save/imageHome.ts';

/** `storage` is the extension's folder for what has no other place. */
export async function describeStored(image: HistoryImage, storage: Uri): Promise<GeneratedImage> {
  return describeImage(storedPicture(image), storedContext(image, storage));
}

export function storedPicture({ uri, bytes, format, record, ignored, cost }: HistoryImage): Picture<Uri> {
  return { place: Uri.parse(uri), bytes, format, record, ignored, ...(cost ? { cost } : {}) };
}

/** How its link looks in the document that it was made for, with the settings of now. */
function storedContext({ uri, document, languageId }: HistoryImage, storage: Uri): LinkContext {
  const home = homeOf(Uri.parse(uri), document === undefined ? undefined : Uri.parse(document), storage);
  return linkContext(home, languageId);
}

/** Without a document links count from the workspace folder that the image lies in. */
function homeOf(image: Uri, document: Uri | undefined, storage: Uri): ImageHome {
  const home = imageHome(document, storage);
  const folder = document ? undefined : workspace.getWorkspaceFolder(image);
  return folder ? { ...home, base: folder.uri, isStorage: false } : home;
}
