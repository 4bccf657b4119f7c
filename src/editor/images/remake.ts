/** Making an image again, exactly or with other seeds. */
import { Uri } from 'vscode';
import type { ReusableSettings } from '../../core/metadata/imageSettings.ts';
import { reusableModel } from '../../core/reusableModel.ts';
import type { Asked, ExactPlace, Order, OrderFor } from '../generate/order.ts';
import { readDefaults } from '../settings/readDefaults.ts';

/** What is known of where the image was for. */
export interface MadeFor {
  readonly document?: string | undefined;
  readonly languageId?: string | undefined;
}

/** How many variations are made where nobody says. */
export const usualVariations = 3;

/** The very same settings and seed. */
export function remakeOrder(settings: ReusableSettings, madeFor: MadeFor, orderFor: OrderFor): Order {
  return order(settings, 1, madeFor, orderFor);
}

/** The same settings, each time with a seed of its own. */
export function variationsOrder(
  settings: ReusableSettings,
  count: unknown,
  madeFor: MadeFor,
  orderFor: OrderFor,
): Order {
  return order({ ...settings, seed: null }, count, madeFor, orderFor);
}

/** The same settings with another seed, in the place of the image. */
export function replaceOrder(settings: ReusableSettings, image: Uri, madeFor: MadeFor, orderFor: OrderFor): Order {
  return order({ ...settings, seed: null }, 1, madeFor, orderFor, { uri: image, replaces: 'anything' });
}

type Settings = Omit<ReusableSettings, 'seed'> & { readonly seed?: string | null };

function order(settings: Settings, count: unknown, madeFor: MadeFor, orderFor: OrderFor, place?: ExactPlace): Order {
  // Where the image's cannot be asked for, the model of the settings makes it.
  const model = reusableModel(settings.model, readDefaults(undefined).endpoint?.api);
  const asked: Asked = { ...settings, count, model: model ?? null };
  // Nobody knows what it was for: then it is at home where it lies.
  const document = madeFor.document === undefined ? place?.uri : Uri.parse(madeFor.document);
  return orderFor(asked, { document, languageId: madeFor.languageId, onlyAsked: true, ...(place ? { place } : {}) });
}
