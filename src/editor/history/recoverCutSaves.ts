/** Finds the pictures that had arrived when the process which was saving them was ended. */
import { Uri, workspace } from 'vscode';
import { inspectImage } from '../../core/image/inspectImage.ts';
import type { Engine } from '../../engine.ts';
import type { History } from './history.ts';
import type { CutSave } from './jobHistory.ts';

/**
 * Looks where a job will save, if there is one, and wherever a process that no longer runs was saving: a folder may be used only
 * once, when its name has a date in it or it belongs to a document. Never rejects.
 */
export async function recoverCutSaves(
  folder: Uri | undefined,
  history: Pick<History, 'refresh' | 'cutSaves' | 'cutSavesRecovered' | 'add'>,
  engine: Pick<Engine, 'recoverSaves' | 'readSettings'>,
): Promise<readonly Uri[]> {
  await history.refresh();
  const { cutSaves } = history;
  const own = folder?.scheme === 'file' ? [folder.fsPath] : [];
  const folders = [...new Set([...own, ...cutSaves.map((cut) => cut.folder)])];
  const found = await Promise.all(
    folders.map(async (one) => {
      const here = cutSaves.filter((cut) => cut.folder === one);
      const recovered = await engine.recoverSaves(
        one,
        here.map((cut) => cut.writer),
      );
      await Promise.all(
        recovered.map(async ({ file, writer }) => {
          // What no job of ours was saving is nothing that the history could answer for.
          const cut = writer === undefined ? undefined : here.find((each) => each.writer === writer);
          if (cut) await remember(Uri.file(file), cut, history, engine).catch(() => undefined);
        }),
      );
      return recovered.map(({ file }) => Uri.file(file));
    }),
  );
  history.cutSavesRecovered(folders);
  return found.flat();
}

/** The file itself tells how it was made, unless the user does not want that: then it is only where it belongs. */
async function remember(
  file: Uri,
  { job }: CutSave,
  history: Pick<History, 'add'>,
  engine: Pick<Engine, 'readSettings'>,
): Promise<void> {
  const bytes = await workspace.fs.readFile(file);
  const seen = inspectImage(bytes);
  const record = (await engine.readSettings(bytes))?.record;
  if (!seen.ok || !record) return;
  const picture = { place: file, bytes: bytes.length, format: seen.format, record, ignored: [] };
  const document = job.document === undefined ? undefined : Uri.parse(job.document);
  history.add(picture, { document, languageId: job.languageId }, job.id);
}
