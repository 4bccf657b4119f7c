/** What all events of a history mean together. */
import type { HistoryEvent } from './event.ts';
import { createImageLedger, type ImageLedger } from './imageLedger.ts';
import { createJobLedger, type JobLedger } from './jobLedger.ts';
import { readStamp } from './stamp.ts';

export interface Ledger extends Omit<ImageLedger, 'add'>, Omit<JobLedger, 'add'> {
  /** In any order; false when it changes nothing, as a second time does. */
  add(event: HistoryEvent): boolean;
  /** The greatest sequence of all events. */
  readonly lastSequence: number;
}

export function createLedger(): Ledger {
  const images = createImageLedger();
  const jobs = createJobLedger();
  let lastSequence = 0;
  return {
    add(event) {
      lastSequence = Math.max(lastSequence, readStamp(event.id)?.sequence ?? 0);
      return 'image' in event ? images.add(event) : jobs.add(event);
    },
    get images() {
      return images.images;
    },
    image: (id) => images.image(id),
    imageAt: (uri) => images.imageAt(uri),
    imagesAt: (uri) => images.imagesAt(uri),
    get jobs() {
      return jobs.jobs;
    },
    get lastSequence() {
      return lastSequence;
    },
  };
}
