/** A job as the journal keeps it: enough to do it again after it was interrupted. */
import type { HistoryJob } from '../../core/history/event.ts';
import type { Order } from '../generate/order.ts';

/** `asked` says everything, so that the same is made again whatever the settings are by then. */
export function historyJob(id: string, { request, count, pattern, home, languageId }: Order): HistoryJob {
  const { parameters, ...rest } = request;
  return {
    id,
    startedAt: Date.now(),
    asked: { ...rest, ...parameters, count, folder: pattern.folder.value, fileName: pattern.fileName.value },
    ...(home.document ? { document: home.document.toString() } : {}),
    ...(languageId === undefined ? {} : { languageId }),
  };
}
