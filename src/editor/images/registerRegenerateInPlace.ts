/** Regenerate at an image link: a new image takes the place of the old one, which is kept, and the link stays as it is. */
import { commands, l10n, window, type Disposable, type LogOutputChannel, type Uri } from 'vscode';
import type { GeneratedImage } from '../../api.ts';
import { exactName } from '../../core/names/exactName.ts';
import { baseName } from '../../core/names/uriPath.ts';
import { showBug } from '../failures/showFailure.ts';
import { tellFailure } from '../failures/tellFailure.ts';
import type { OrderFor } from '../generate/order.ts';
import type { RunTasks } from '../generate/runTasks.ts';
import type { History } from '../history/history.ts';
import { shownPath } from '../uri/shownPath.ts';
import { uriFrom } from '../uri/uriFrom.ts';
import { restoreImage } from './deleteImage.ts';
import type { DeletedFiles } from './deletedFiles.ts';
import type { ImageSettings } from './imageSettings.ts';
import { replaceOrder } from './remake.ts';
import type { SetAside } from './setAside.ts';

export function registerRegenerateInPlace(
  lookUp: ImageSettings['lookUp'],
  history: Pick<History, 'refresh' | 'find' | 'markMoved'>,
  orderFor: OrderFor,
  runTasks: RunTasks,
  setAside: Pick<SetAside, 'keptFrom'>,
  deleted: DeletedFiles,
  log: LogOutputChannel,
): Disposable {
  async function tell(image: Uri, made: GeneratedImage): Promise<void> {
    if (made.uri.toString() !== image.toString()) {
      const isOther = exactName(baseName(image.path), made.format, 0) !== baseName(image.path);
      const words = isOther
        ? l10n.t(
            'The new image is another kind of file, so {0} stays, and the new one is {1}.',
            shownPath(image),
            shownPath(made.uri),
          )
        : l10n.t('{0} could not be replaced, so the new image is {1}.', shownPath(image), shownPath(made.uri));
      return void window.showInformationMessage(words);
    }
    const id = setAside.keptFrom(image);
    if (id === undefined)
      return void window.showInformationMessage(
        l10n.t('{0} was replaced. The old image is in the trash.', shownPath(image)),
      );
    const restore = l10n.t('Restore Beside It');
    const words = l10n.t(
      '{0} was replaced. The old image can be restored here, or later from the gallery.',
      shownPath(image),
    );
    if ((await window.showInformationMessage(words, restore)) === restore) {
      await restoreImage({ id, uri: image.toString() }, history, deleted);
    }
  }

  return commands.registerCommand('depict.regenerateInPlace', async (given?: unknown) => {
    const image = uriFrom(given);
    if (!image) return undefined;
    try {
      const { settings } = await lookUp(image);
      await history.refresh();
      const madeFor = history.find(image) ?? {};
      return await runTasks([
        {
          order: () => replaceOrder(settings, image, madeFor, orderFor),
          place: undefined,
          isTold: true,
          onResult: async ({ images: [made] }) => {
            if (made) void tell(image, made).catch((error: unknown) => showBug(error, log));
            return Promise.resolve();
          },
        },
      ]);
    } catch (error) {
      void tellFailure(error, log);
      return undefined;
    }
  });
}
