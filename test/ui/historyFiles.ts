/** Histories as other windows have left them: journals in the storage of the extension. */
import { randomUUID } from 'node:crypto';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { HistoryEvent } from '../../src/core/history/event.ts';
import { smallPicture } from './pictures.ts';
import type { SampleWorkbench } from './sampleWorkbench.ts';

export interface PastImage {
  readonly prompt: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly model: string;
  /** In the folder. */
  readonly document?: string;
}

const pictureCount = 8;

/** Adds a journal with these images. Each has a file of its own as long as they are few; many share some. The window must have a history. */
export async function addPast({ dataFolder, folder }: SampleWorkbench, past: readonly PastImage[]): Promise<void> {
  const pictures = path.join(folder, 'past', randomUUID());
  await mkdir(pictures, { recursive: true });
  const files = await Promise.all(
    Array.from({ length: Math.min(pictureCount, past.length) }, async (_, index) => {
      const file = path.join(pictures, `${index}.png`);
      await writeFile(file, await smallPicture(`a boat on the sea ${index}`));
      return pathToFileURL(file).href;
    }),
  );
  const writer = `past${randomUUID()}`;
  const events = past.map(({ prompt, at, model, document }, index): HistoryEvent => {
    const id = randomUUID();
    return {
      ...{ id: `${writer}.${past.length - index}`, at, type: 'imageSaved' },
      image: {
        ...{ id, uri: files[index % files.length] ?? '', bytes: 1000, format: 'png', ignored: [], group: id },
        record: {
          ...{ version: 1, prompt, model, provider: 'hf-inference', parameters: { seed: String(index) } },
          ...{ width: 96, height: 64, createdAt: new Date(at).toISOString(), generator: 'Depict 0.1.0' },
        },
        ...(document === undefined ? {} : { document: pathToFileURL(path.join(folder, document)).href }),
      },
    };
  });
  const lines = events.map((event) => `${JSON.stringify(event)}\n`).join('');
  await writeFile(path.join(await historyFolder(dataFolder), `merged-${randomUUID()}.jsonl`), lines);
}

async function historyFolder(dataFolder: string): Promise<string> {
  const storages = path.join(dataFolder, 'data/User/workspaceStorage');
  for (const workspace of await readdir(storages)) {
    const folder = path.join(storages, workspace, 'depict.depict/history');
    if ((await readdir(folder).catch(() => [])).length > 0) return folder;
  }
  throw new Error(`There is no history below ${storages}.`);
}
