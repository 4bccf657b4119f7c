/** How an image was made: what its file says, else what the history remembers. */
import { workspace, type Uri } from 'vscode';
import { invalid } from '../../core/checkRequest.ts';
import type { ReusableSettings } from '../../core/metadata/imageSettings.ts';
import type { HistoryImage } from '../../core/history/event.ts';
import type { LazyEngine } from '../engine/lazyEngine.ts';
import type { History } from '../history/history.ts';

/** The same limit as for pictures that are received. Bytes. */
const largest = 64 * 1024 * 1024;

/** How an image was made, by its place or by its bytes. The first throws {ImageFailure} where nobody knows. */
export interface ImageSettings {
  readonly ofFile: (image: Uri) => Promise<ReusableSettings>;
  readonly ofBytes: (image: Uint8Array) => Promise<ReusableSettings | undefined>;
}

export function createImageSettings(engine: LazyEngine, history: Pick<History, 'refresh' | 'find'>): ImageSettings {
  async function ofBytes(image: Uint8Array): Promise<ReusableSettings | undefined> {
    return (await (await engine.load()).readSettings(image))?.settings;
  }

  return {
    ofBytes,
    async ofFile(image) {
      const bytes = await readImage(image);
      const read = bytes && (await ofBytes(bytes));
      if (read) return read;
      await history.refresh();
      const remembered = history.find(image);
      if (remembered) return rememberedSettings(remembered);
      throw invalid({ type: bytes ? 'noSettings' : 'unreadableImage', path: workspace.asRelativePath(image, false) });
    },
  };
}

export function rememberedSettings({ record }: Pick<HistoryImage, 'record'>): ReusableSettings {
  return { prompt: record.prompt, model: record.model, ...record.parameters };
}

async function readImage(uri: Uri): Promise<Uint8Array | undefined> {
  try {
    const { size } = await workspace.fs.stat(uri);
    return size <= largest ? await workspace.fs.readFile(uri) : undefined;
  } catch {
    return undefined;
  }
}
