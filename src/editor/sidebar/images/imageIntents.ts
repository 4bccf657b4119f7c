/** What the page asks for about images, which it names by id. */
import { Uri } from 'vscode';
import type { History } from '../../history/history.ts';
import type { ImageActions } from '../../images/imageActions.ts';
import type { Thumbnails } from '../../images/thumbnails.ts';
import { exists } from '../../uri/exists.ts';
import type { IntentHandlers } from '../intents.ts';
import type { Sidebar } from '../sidebar.ts';

export function imageIntents(
  sidebar: Sidebar,
  history: Pick<History, 'get'>,
  thumbnails: Thumbnails,
  actions: ImageActions,
): Pick<IntentHandlers, 'image' | 'thumbnail' | 'unreadable'> {
  return {
    image: async ({ id, action }) => {
      const image = history.get(id);
      if (image) await actions[action](image);
    },
    thumbnail: async ({ id, bytes }) => {
      if (history.get(id)) await thumbnails.store(id, bytes);
    },
    unreadable: async ({ id }) => {
      const image = history.get(id);
      if (image) sidebar.markMissing(id, !(await exists(Uri.parse(image.uri)).catch(() => false)));
    },
  };
}
