/** How an image was made: what its file says, else what the history remembers. */
import { workspace, type Uri } from 'vscode';
import { invalid } from '../../core/checkRequest.ts';
import type { ReusableSettings } from '../../core/metadata/imageSettings.ts';
import type { HistoryImage } from '../../core/history/event.ts';
import type { LazyEngine } from '../engine/lazyEngine.ts';
import type { History } from '../history/history.ts';

/** The same limit as for pictures that are received. Bytes. */
const largest = 64 * 1024 * 1024;

export type ImageSettings = (uri: Uri) => Promise<ReusableSettings>;

/** The function throws {ImageFailure} `invalidRequest` where nobody knows. */
export function createImageSettings(engine: LazyEngine, history: Pick<History, 'refresh' | 'find'>): ImageSettings {
  return async (uri) => {
    const bytes = await readImage(uri);
    const read = bytes && (await (await engine.load()).readSettings(bytes));
    if (read) return read.settings;
    await history.refresh();
    const remembered = history.find(uri);
    if (remembered) return rememberedSettings(remembered);
    throw invalid({ type: bytes ? 'noSettings' : 'unreadableImage', path: workspace.asRelativePath(uri, false) });
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
