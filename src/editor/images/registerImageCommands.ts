/** The commands about an image: from the explorer, the image's own editor, a hover, or a program. */
import { commands, Disposable, l10n, window, type LogOutputChannel, type Uri } from 'vscode';
import type { GeneratedImage } from '../../api.ts';
import { checkNumber, countRange } from '../../core/checkRequest.ts';
import type { ReusableSettings } from '../../core/metadata/imageSettings.ts';
import type { Order, OrderFor } from '../generate/order.ts';
import type { RunTasks } from '../generate/runTasks.ts';
import { tellFailure } from '../failures/tellFailure.ts';
import type { History } from '../history/history.ts';
import { copyAsCode } from './copyAsCode.ts';
import { imageArgument, imageArguments } from './imageArgument.ts';
import type { ImageSettings, KnownImage } from './imageSettings.ts';
import { remakeOrder, usualVariations, variationsOrder, type MadeFor } from './remake.ts';

/** @param reuse puts settings into the sidebar's form */
export function registerImageCommands(
  lookUp: ImageSettings['lookUp'],
  history: Pick<History, 'refresh' | 'find'>,
  orderFor: OrderFor,
  runTasks: RunTasks,
  reuse: (settings: ReusableSettings) => Promise<void>,
  log: LogOutputChannel,
): Disposable {
  /** Undefined where no image was chosen, or where nobody knows how it was made: that is told. */
  async function find(given: unknown): Promise<KnownImage | undefined> {
    const image = await imageArgument(given);
    const [found] = image ? await findAll([image]) : [];
    return found;
  }

  /** Without those of which nobody knows how they were made: that is told, in one message. */
  async function findAll(images: readonly Uri[]): Promise<readonly KnownImage[]> {
    const results = await Promise.allSettled(images.map(lookUp));
    const failed = results.filter((result) => result.status === 'rejected');
    if (failed.length === 1) void tellFailure(failed[0]?.reason, log);
    if (failed.length > 1) void tellUnknown(failed.length, images.length);
    return results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  }

  async function make(
    given: unknown,
    second: unknown,
    orderOf: (settings: ReusableSettings, madeFor: MadeFor) => Order,
  ): Promise<readonly GeneratedImage[] | undefined> {
    const found = await findAll(await imageArguments(given, second));
    if (found.length === 0) return undefined;
    // What the images were for is in the history, which nobody may have asked for since the window was opened.
    await history.refresh();
    return runTasks(
      found.map(({ image, settings }) => ({
        order: () => orderOf(settings, history.find(image) ?? {}),
        place: undefined,
      })),
    );
  }

  return Disposable.from(
    commands.registerCommand('depict.regenerate', (given?: unknown, second?: unknown) =>
      make(given, second, (settings, madeFor) => remakeOrder(settings, madeFor, orderFor)),
    ),
    commands.registerCommand('depict.variations', async (given?: unknown, second?: unknown) => {
      const count = countOf(second);
      return make(given, second, (settings, madeFor) => variationsOrder(settings, count, madeFor, orderFor));
    }),
    commands.registerCommand('depict.reuseSettings', async (given?: unknown) => {
      const found = await find(given);
      if (found) await reuse(found.settings);
      return found?.settings;
    }),
    commands.registerCommand('depict.copyAsCode', async (given?: unknown, language?: unknown) => {
      const found = await find(given);
      return found && copyAsCode(found, language);
    }),
  );
}

/** The explorer passes the whole selection second, an editor's title its group. @throws {ImageFailure} */
function countOf(value: unknown): number {
  if (value === undefined || value === null || typeof value === 'object') return usualVariations;
  return checkNumber({ name: 'count', value }, countRange);
}

function tellUnknown(count: number, all: number): Thenable<unknown> {
  return window.showErrorMessage(
    l10n.t('{0} of the {1} images are left out: they could not be read, or do not say how they were made.', count, all),
  );
}
