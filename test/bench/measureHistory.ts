/** How long a window takes until it knows its history, a short and a long one. */
import path from 'node:path';
import type { HistoryEvent } from '../../src/core/history/event.ts';
import { createLedger } from '../../src/core/history/ledger.ts';
import { parseEvent } from '../../src/core/history/parseEvent.ts';
import { openJournal } from '../../src/files/journal/openJournal.ts';
import { prompt } from './contender/contender.ts';
import { median } from './statistics.ts';

export interface HistoryTime {
  readonly images: number;
  /** Milliseconds until the newest are there: what is seen first. */
  readonly newest: number;
  /** Milliseconds until all of them are. */
  readonly all: number;
  /** Milliseconds for looking again when nothing is new. */
  readonly again: number;
}

const rounds = 15;

/** Medians. `folder` is for the journals. */
export async function measureHistory(folder: string): Promise<readonly HistoryTime[]> {
  const times: HistoryTime[] = [];
  for (const images of [10, 10_000]) {
    const journals = path.join(folder, `history${images}`);
    const written = openJournal(journals);
    const events = Array.from({ length: images }, (_, index) => savedImage(written.writer, index + 1));
    await written.append(events.map((event) => JSON.stringify(event)).join('\n'));

    const [newest, all, again]: [number[], number[], number[]] = [[], [], []];
    for (let round = 0; round < rounds; round += 1) {
      const journal = openJournal(journals);
      const ledger = createLedger();
      const start = performance.now();
      await journal.readNew((lines) => {
        for (const event of lines.map(parseEvent)) if (event) ledger.add(event);
        if (newest.length === round && ledger.images.length >= 10) newest.push(performance.now() - start);
      });
      if (ledger.images.length !== images) throw new Error('The history is not whole.');
      const read = performance.now();
      await journal.readNew(() => undefined);
      all.push(read - start);
      again.push(performance.now() - read);
    }
    times.push({ images, newest: median(newest), all: median(all), again: median(again) });
  }
  return times;
}

function savedImage(writer: string, sequence: number): HistoryEvent {
  return {
    id: `${writer}.${sequence}`,
    at: 1_700_000_000_000 + sequence * 60_000,
    type: 'imageSaved',
    image: {
      id: crypto.randomUUID(),
      uri: `file:///home/somebody/project/assets/a-lighthouse-on-a-cliff-at-dusk-${sequence}.png`,
      bytes: 1_500_000,
      format: 'png',
      record: {
        version: 1,
        prompt: `${prompt}, number ${sequence}`,
        model: 'black-forest-labs/FLUX.1-schnell',
        provider: 'hf-inference',
        parameters: { width: 1024, height: 1024, steps: 4, seed: String(sequence) },
        width: 1024,
        height: 1024,
        createdAt: new Date(1_700_000_000_000 + sequence * 60_000).toISOString(),
        generator: 'Depict bench',
      },
      ignored: [],
      group: crypto.randomUUID(),
      document: 'file:///home/somebody/project/docs/guide/harbour.md',
      languageId: 'markdown',
    },
  };
}
