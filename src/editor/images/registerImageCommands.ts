/** The commands about an image: from the explorer, the image's own editor, a hover, or a program. */
import { commands, Disposable, type LogOutputChannel, type Uri } from 'vscode';
import type { GeneratedImage } from '../../api.ts';
import { checkNumber, countRange } from '../../core/checkRequest.ts';
import type { ReusableSettings } from '../../core/metadata/imageSettings.ts';
import type { Order, OrderFor } from '../generate/order.ts';
import type { RunTasks } from '../generate/runTasks.ts';
import { tellFailure } from '../failures/tellFailure.ts';
import type { History } from '../history/history.ts';
import { copyAsCode } from './copyAsCode.ts';
import { imageArgument } from './imageArgument.ts';
import type { ImageSettings } from './imageSettings.ts';
import { remakeOrder, usualVariations, variationsOrder, type MadeFor } from './remake.ts';

/** @param reuse puts settings into the sidebar's form */
export function registerImageCommands(
  settingsOf: ImageSettings['ofFile'],
  history: Pick<History, 'find'>,
  orderFor: OrderFor,
  runTasks: RunTasks,
  reuse: (settings: ReusableSettings) => Promise<void>,
  log: LogOutputChannel,
): Disposable {
  /** Undefined where no image was chosen, or where nobody knows how it was made: that is told. */
  async function find(given: unknown): Promise<Found | undefined> {
    const image = await imageArgument(given);
    try {
      return image && { image, settings: await settingsOf(image) };
    } catch (error) {
      void tellFailure(error, log);
      return undefined;
    }
  }

  async function make(
    given: unknown,
    orderOf: (settings: ReusableSettings, madeFor: MadeFor) => Order,
  ): Promise<readonly GeneratedImage[] | undefined> {
    const found = await find(given);
    if (!found) return undefined;
    const { image, settings } = found;
    return runTasks([{ order: () => orderOf(settings, history.find(image) ?? {}), place: undefined }]);
  }

  return Disposable.from(
    commands.registerCommand('depict.regenerate', (given?: unknown) =>
      make(given, (settings, madeFor) => remakeOrder(settings, madeFor, orderFor)),
    ),
    commands.registerCommand('depict.variations', async (given?: unknown, number?: unknown) => {
      const count = countOf(number);
      return make(given, (settings, madeFor) => variationsOrder(settings, count, madeFor, orderFor));
    }),
    commands.registerCommand('depict.reuseSettings', async (given?: unknown) => {
      const found = await find(given);
      if (found) await reuse(found.settings);
      return found?.settings;
    }),
    commands.registerCommand('depict.copyAsCode', async (given?: unknown, language?: unknown) => {
      const found = await find(given);
      return found && copyAsCode(found.settings, language);
    }),
  );
}

interface Found {
  readonly image: Uri;
  readonly settings: ReusableSettings;
}

/** The explorer passes the whole selection second, an editor's title its group. @throws {ImageFailure} */
function countOf(value: unknown): number {
  if (value === undefined || value === null || typeof value === 'object') return usualVariations;
  return checkNumber({ name: 'count', value }, countRange);
}
