/** What the user hears of the sidebar's jobs: in the page where it is in sight, by messages where it is not. */
import { l10n, window, type LogOutputChannel } from 'vscode';
import { plainText } from '../../../core/plainText.ts';
import { showBug } from '../../failures/showFailure.ts';
import { wordsFor } from '../../failures/words.ts';
import { showRecovered } from '../../generate/showRecovered.ts';
import type { ShowSaved } from '../../generate/showSaved.ts';
import type { History } from '../../history/history.ts';
import type { RememberedPlaces } from '../rememberedPlaces.ts';
import type { Sidebar } from '../sidebar.ts';
import type { JobEvents } from './sidebarJobs.ts';
import type { StartedAt } from './startedAt.ts';

/**
 * @param hasBeenTold the user has heard that prompts are written into the files
 * @param showJobs brings the jobs into sight
 */
export function createJobEvents(
  sidebar: () => Pick<Sidebar, 'announce' | 'visible' | 'showsJobs'>,
  startedAt: StartedAt,
  places: RememberedPlaces,
  history: Pick<History, 'jobEnded'>,
  showSaved: ShowSaved,
  hasBeenTold: () => boolean,
  showJobs: () => Promise<void>,
  log: LogOutputChannel,
): JobEvents {
  const shown = (message: Promise<void>): void => void message.catch((error: unknown) => showBug(error, log));

  async function offerToShow(text: string): Promise<void> {
    const show = l10n.t('Show in Sidebar');
    if ((await window.showErrorMessage(text, show)) === show) await showJobs();
  }

  return {
    onStarted(job, id) {
      sidebar().announce(l10n.t('Generating: {0}', plainText(job.title, 120)));
      const anchor = startedAt.find(job);
      if (anchor) places.remember(id, anchor);
    },
    onImages(result, order) {
      const { images, recovered = [] } = result;
      shown(showRecovered(recovered));
      sidebar().announce(
        images.length === 1
          ? l10n.t('The image is there: {0}', images[0]?.alt ?? '')
          : l10n.t('{0} images are there.', images.length),
      );
      // Whoever sees the sidebar sees the image; but not where it was kept, nor what is in the file.
      const news = order.home.isStorage || (order.settings.embedSettings && !hasBeenTold());
      if (!sidebar().visible || news) shown(showSaved(result, order));
    },
    onFailed({ failure }) {
      const text = plainText(wordsFor(failure).text, 700);
      if (sidebar().showsJobs) sidebar().announce(text, true);
      else shown(offerToShow(text));
    },
    onDismissed: (id) => history.jobEnded(id),
    onOver: (job) => startedAt.forget(job),
  };
}
