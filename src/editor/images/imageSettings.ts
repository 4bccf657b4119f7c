/** How an image was made: what its file says, else what the history remembers. */
import { Uri, workspace } from 'vscode';
import { invalid } from '../../core/checkRequest.ts';
import type { ImageFailure } from '../../core/failure.ts';
import { plainText } from '../../core/plainText.ts';
import type { ReusableSettings } from '../../core/metadata/imageSettings.ts';
import { tellsHow } from '../../core/metadata/recordOfFile.ts';
import type { HistoryImage } from '../../core/history/event.ts';
import type { LazyEngine } from '../engine/lazyEngine.ts';
import type { History } from '../history/history.ts';
import { readImage } from './readImage.ts';

export interface KnownImage {
  readonly image: Uri;
  readonly settings: ReusableSettings;
  /** A provider's id or the host of a server, as the record has it: a stranger's word where the file tells. */
  readonly provider: string | undefined;
}

/** How an image was made, by its place or by its bytes. All but the last throw {ImageFailure} where nobody knows. */
export interface ImageSettings {
  readonly lookUp: (image: Uri) => Promise<KnownImage>;
  readonly ofFile: (image: Uri) => Promise<ReusableSettings>;
  /**
   * Of a file in the workspace, by real path: a page must not have others read, which can be chosen in a dialog.
   * @param uri as the page has it
   */
  readonly ofDropped: (uri: string) => Promise<ReusableSettings>;
  readonly ofBytes: (image: Uint8Array) => Promise<ReusableSettings | undefined>;
}

export function createImageSettings(engine: LazyEngine, history: Pick<History, 'refresh' | 'find'>): ImageSettings {
  async function lookUp(image: Uri): Promise<KnownImage> {
    const bytes = await readImage(image);
    const read = bytes && (await (await engine.load()).readSettings(bytes));
    if (read) return { image, settings: read.settings, provider: read.record?.provider };
    await history.refresh();
    const remembered = history.find(image);
    if (remembered) return rememberedImage(remembered);
    throw bytes
      ? noSettings(image)
      : invalid({ type: 'unreadableImage', path: workspace.asRelativePath(image, false) });
  }

  async function ofDropped(text: string): Promise<ReusableSettings> {
    const image = URL.canParse(text) ? Uri.parse(text) : undefined;
    if (image && (await isInWorkspace(image))) return (await lookUp(image)).settings;
    throw invalid({ type: 'unreadableImage', path: plainText(text, 200) });
  }

  async function isInWorkspace(image: Uri): Promise<boolean> {
    if (image.path.split(/[/\\]/).includes('..')) return false;
    if (image.scheme !== 'file') return workspace.getWorkspaceFolder(image) !== undefined;
    const folders = (workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
    return (await engine.load()).isFileInside(
      image.fsPath,
      folders.map(({ uri }) => uri.fsPath),
    );
  }

  return {
    lookUp,
    ofDropped,
    ofFile: async (image) => (await lookUp(image)).settings,
    ofBytes: async (image) => (await (await engine.load()).readSettings(image))?.settings,
  };
}

/** @throws {ImageFailure} as `rememberedSettings` */
export function rememberedImage({ uri, record }: HistoryImage): KnownImage {
  return { image: Uri.parse(uri), settings: rememberedSettings({ uri, record }), provider: record.provider };
}

/** @throws {ImageFailure} `noSettings` for what joined the history only to be restorable */
export function rememberedSettings({ uri, record }: Pick<HistoryImage, 'uri' | 'record'>): ReusableSettings {
  if (!tellsHow(record)) throw noSettings(Uri.parse(uri));
  return { prompt: record.prompt, model: record.model, ...record.parameters };
}

function noSettings(image: Uri): ImageFailure {
  return invalid({ type: 'noSettings', path: workspace.asRelativePath(image, false) });
}
