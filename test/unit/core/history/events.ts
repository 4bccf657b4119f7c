/** Events for tests: short to write, complete to read. */
import type { HistoryChange, HistoryEvent, HistoryJob, SavedImage } from '../../../../src/core/history/event.ts';
import type { JobHandle } from '../../../../src/core/jobHandle.ts';
import { writeStamp } from '../../../../src/core/history/stamp.ts';
import { plainRecord } from '../metadata/records.ts';

export function event(sequence: number, change: HistoryChange, writer = 'w', at = 1000 + sequence): HistoryEvent {
  return { id: writeStamp({ writer, sequence }), at, ...change };
}

export function image(id: string, more: Partial<SavedImage> = {}): SavedImage {
  return {
    id,
    uri: `file:///assets/${id}.png`,
    bytes: 1234,
    format: 'png',
    record: plainRecord,
    ignored: [],
    group: 'job',
    ...more,
  };
}

export function saved(sequence: number, id: string, writer = 'w', at = 1000 + sequence): HistoryEvent {
  return event(sequence, { type: 'imageSaved', image: image(id) }, writer, at);
}

export function job(id: string, startedAt = 1): HistoryJob {
  return { id, startedAt, asked: { prompt: `prompt of ${id}` } };
}

export function handle(path: string, seed = '5'): JobHandle {
  return { version: 1, provider: 'fal-ai', model: 'a/b', job: path, seed, ignored: [] };
}
