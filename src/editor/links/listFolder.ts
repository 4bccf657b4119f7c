/** What is in a folder, as far as image links go. */
import { Uri, workspace } from 'vscode';
import type { Folder } from '../../core/links/paths/folder.ts';
import {
  joinedSettings,
  longestSettings,
  readSiteSettings,
  settingsFiles,
  type SiteSettings,
} from '../../core/links/paths/siteSettings.ts';
import { readSmallFile, statSmallFile } from '../uri/readSmallFile.ts';

/** The names in a folder, and what its site is told; empty for one that cannot be listed. */
export type ListFolder = (folder: Uri, languageId: string) => Promise<Omit<Folder, 'path'>>;

/** Looks anew each time. */
export const listFolder: ListFolder = (folder, languageId) => listWith(settingsIn, folder, languageId);

/** So many files' settings are remembered. */
const mostRemembered = 500;

/** Lists anew each time, but reads a configuration only when its file has changed: for what is asked at every pause in typing. */
export function createListFolder(): ListFolder {
  const known = new Map<string, { readonly state: string; readonly settings: SiteSettings | undefined }>();

  const remembered: ReadSettings = async (folder, file) => {
    const uri = Uri.joinPath(folder, file);
    const stat = await statSmallFile(uri, longestSettings);
    if (!stat) return undefined;
    const key = uri.toString();
    const state = `${stat.mtime} ${stat.size}`;
    const before = known.get(key);
    if (before?.state === state) return before.settings;
    const settings = await settingsIn(folder, file);
    if (known.size >= mostRemembered) known.clear();
    known.set(key, { state, settings });
    return settings;
  };

  return (folder, languageId) => listWith(remembered, folder, languageId);
}

/** Of a file as seen from the folder; undefined for one that is not there, or too long to be a configuration. */
type ReadSettings = (folder: Uri, file: string) => Promise<SiteSettings | undefined>;

async function listWith(read: ReadSettings, folder: Uri, languageId: string): Promise<Omit<Folder, 'path'>> {
  const names = await namesIn(folder);
  const all = await Promise.all(settingsFiles(names, languageId).map((file) => read(folder, file)));
  const settings = all.filter((one) => one !== undefined);
  return settings.length === 0 ? { names } : { names, settings: joinedSettings(settings) };
}

async function namesIn(folder: Uri): Promise<readonly string[]> {
  try {
    return (await workspace.fs.readDirectory(folder)).map(([name]) => name);
  } catch {
    // A folder that cannot be listed tells of no site.
    return [];
  }
}

async function settingsIn(folder: Uri, file: string): Promise<SiteSettings | undefined> {
  const bytes = await readSmallFile(Uri.joinPath(folder, file), longestSettings);
  return bytes && readSiteSettings(file, new TextDecoder().decode(bytes));
}
