/** The history's images as the page shows them: by id, with addresses that only this view can load. */
import { Uri, workspace, type Webview } from 'vscode';
import type { HistoryImage } from '../../../core/history/event.ts';
import { plainText } from '../../../core/plainText.ts';
import { altText } from '../../../core/prompt/altText.ts';
import type { ImageCard } from '../../../core/sidebar/viewState.ts';
import type { DeletedFiles } from '../../images/deletedFiles.ts';
import type { Thumbnails } from '../../images/thumbnails.ts';

export interface ImageCards {
  of(image: HistoryImage, webview: Pick<Webview, 'asWebviewUri'>): ImageCard;
  /** An image's file cannot be shown, or can again. False where that is known. */
  markMissing(id: string, isMissing: boolean): boolean;
  /** Files may have come back, after a change of the branch for instance. */
  forgetMissing(): void;
}

/** @param placeOf where Insert puts an image's link, for people; undefined where that is up to the view as a whole */
export function createImageCards(
  thumbnails: Pick<Thumbnails, 'find'>,
  deletedFiles: Pick<DeletedFiles, 'has'>,
  placeOf: (image: HistoryImage) => string | undefined,
): ImageCards {
  const missing = new Set<string>();
  return {
    of(image, webview) {
      const shown = imageCard(image, missing.has(image.id), webview, thumbnails, deletedFiles);
      const insertPlace = placeOf(image);
      return insertPlace === undefined ? shown : { ...shown, insertPlace };
    },
    markMissing(id, isMissing) {
      if (isMissing === missing.has(id)) return false;
      if (isMissing) missing.add(id);
      else missing.delete(id);
      return true;
    },
    forgetMissing: () => missing.clear(),
  };
}

function imageCard(
  image: HistoryImage,
  isMissing: boolean,
  webview: Pick<Webview, 'asWebviewUri'>,
  thumbnails: Pick<Thumbnails, 'find'>,
  deletedFiles: Pick<DeletedFiles, 'has'>,
): ImageCard {
  const { id, record, group, favourite } = image;
  const { prompt, model, provider, width, height, createdAt, parameters } = record;
  const { negativePrompt, seed, steps, guidanceScale, scheduler } = parameters;
  const uri = Uri.parse(image.uri);
  const thumbnail = thumbnails.find(id);
  const deleted = image.deleted || isMissing;
  return {
    id,
    ...(deleted ? {} : { source: webview.asWebviewUri(uri).toString() }),
    ...(thumbnail ? { thumbnail: webview.asWebviewUri(thumbnail).toString() } : {}),
    alt: altText(prompt),
    prompt,
    negativePrompt: negativePrompt ?? [],
    model,
    provider,
    width,
    height,
    ...(seed === undefined ? {} : { seed }),
    ...(steps === undefined ? {} : { steps }),
    ...(guidanceScale === undefined ? {} : { guidanceScale }),
    ...(scheduler === undefined ? {} : { scheduler }),
    createdAt: Date.parse(createdAt),
    group,
    favourite,
    name: plainText(workspace.asRelativePath(uri, (workspace.workspaceFolders?.length ?? 0) > 1), 300),
    deleted,
    ...(image.deleted && deletedFiles.has(id) ? { restorable: true } : {}),
  };
}
