/** What can be done with an image of the history. One row for each action that the page has a button for. */
import { commands, env, l10n, Uri, window, workspace } from 'vscode';
import type { HistoryImage } from '../../core/history/event.ts';
import type { ReusableSettings } from '../../core/metadata/imageSettings.ts';
import type { ImageAction } from '../../core/sidebar/fromView.ts';
import type { OrderFor, Order } from '../generate/order.ts';
import type { History } from '../history/history.ts';
import { copyAsCode } from './copyAsCode.ts';
import { deleteImage, restoreImage } from './deleteImage.ts';
import type { DeletedFiles } from './deletedFiles.ts';
import { rememberedImage, rememberedSettings } from './imageSettings.ts';
import { remakeOrder, variationsOrder } from './remake.ts';
import type { Thumbnails } from './thumbnails.ts';

export type ImageActions = Readonly<Record<ImageAction, (image: HistoryImage) => Promise<unknown> | void>>;

/** What the actions need of the place where they are started. */
export interface ImageActionPorts {
  readonly insert: (image: HistoryImage) => Promise<void>;
  readonly copyLink: (image: HistoryImage) => Promise<void>;
  /** Starts a job. `title` stands for it until it has an order. */
  readonly start: (title: string, makeOrder: () => Order) => void;
  readonly reuse: (settings: ReusableSettings) => void;
  /** How many images Variations makes. */
  readonly variationCount: () => number;
}

export function createImageActions(
  history: History,
  thumbnails: Thumbnails,
  orderFor: OrderFor,
  deletedFiles: DeletedFiles,
  { insert, copyLink, start, reuse, variationCount }: ImageActionPorts,
): ImageActions {
  return {
    insert,
    copyLink,
    copyPath: async ({ uri }) => {
      const file = Uri.parse(uri);
      await env.clipboard.writeText(file.scheme === 'file' ? file.fsPath : uri);
      window.setStatusBarMessage(l10n.t('Path copied.'), 3000);
    },
    open: ({ uri }) => void commands.executeCommand('depict.openImage', Uri.parse(uri)),
    reveal: ({ uri }) => {
      const file = Uri.parse(uri);
      const isInWorkspace = workspace.getWorkspaceFolder(file) !== undefined;
      void commands.executeCommand(isInWorkspace ? 'revealInExplorer' : 'revealFileInOS', file);
    },
    regenerate: (image) => start(image.record.prompt, () => remakeOrder(rememberedSettings(image), image, orderFor)),
    variations: (image) => {
      const count = variationCount();
      start(image.record.prompt, () => variationsOrder(rememberedSettings(image), count, image, orderFor));
    },
    reuse: (image) => reuse(rememberedSettings(image)),
    copyAsCode: (image) => copyAsCode(rememberedImage(image), undefined),
    favourite: ({ id }) => history.setFavourite(id, true),
    unfavourite: ({ id }) => history.setFavourite(id, false),
    delete: (image) => deleteImage(image, history, deletedFiles),
    restore: (image) => restoreImage(image, history, deletedFiles),
    forget: async ({ id }) => {
      history.forget(id);
      await Promise.all([thumbnails.remove(id), deletedFiles.purge(id)]);
    },
  };
}
