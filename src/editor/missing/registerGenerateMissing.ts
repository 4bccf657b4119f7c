/** The command Generate Missing Images, for a document or a folder. */
import { commands, Disposable, l10n, ProgressLocation, window, workspace, type Uri } from 'vscode';
import type { MissingImagePlace, MissingImagesResult } from '../../api.ts';
import { invalid } from '../../core/checkRequest.ts';
import { failureOf } from '../../core/failure.ts';
import { plainText } from '../../core/plainText.ts';
import { draftProvider } from '../../core/services.ts';
import { activeFile } from '../links/activeFile.ts';
import { readDefaults } from '../settings/readDefaults.ts';
import { uriFrom } from '../uri/uriFrom.ts';
import { askWhich } from './askWhich.ts';
import { existsOnce } from './existsOnce.ts';
import { findMissing, nothingIsDraft, type IsDraft } from './findMissing.ts';
import type { MissingImage } from './missingImage.ts';
import type { MissingWork } from './missingWork.ts';
import { mergePlaces, missingInFolder } from './missingInFolder.ts';
import { readDocument, readNotebook } from './readDocument.ts';

export function registerGenerateMissing(work: MissingWork, isDraft: IsDraft): Disposable {
  async function generate(given: unknown, whereElse: () => Uri | undefined): Promise<MissingImagesResult> {
    const { uri, ask } = argumentOf(given);
    // Settings and words of a folder that nobody trusts must not spend the user's money without a question.
    if (!ask && !workspace.isTrusted) throw invalid({ type: 'restrictedMode' });
    const where = uri ?? whereElse();
    const found = where ? await search(where, makesDrafts(where) ? nothingIsDraft : isDraft) : [];
    const images = found.filter(({ place }) => !work.isUnderWay(place));
    if (!where || images.length === 0) {
      if (ask) void window.showInformationMessage(nothingWords(where));
      return { generated: [], failed: [], skipped: [] };
    }
    const chosen = ask ? ((await askWhich(images, serviceWords(where))) ?? []) : images;
    const skipped = images.filter((image) => !chosen.includes(image)).map(placeOf);
    const made = await work.make(chosen);
    return {
      generated: made.generated,
      failed: made.failed.map(({ image, error }) => ({ ...placeOf(image), failure: failureOf(error) })),
      skipped,
    };
  }

  return Disposable.from(
    commands.registerCommand('depict.generateMissingImages', (given?: unknown) => generate(given, activeDocument)),
    commands.registerCommand('depict.generateMissingImagesInFolder', (given?: unknown) =>
      generate(given, () => workspace.workspaceFolders?.[0]?.uri),
    ),
  );
}

/** A cell stands for its notebook. */
function activeDocument(): Uri | undefined {
  return window.activeNotebookEditor?.notebook.uri ?? window.activeTextEditor?.document.uri ?? activeFile();
}

/** The explorer passes a Uri, programs an object. @throws {ImageFailure} */
function argumentOf(given: unknown): { readonly uri: Uri | undefined; readonly ask: boolean } {
  if (given === undefined || given === null) return { uri: undefined, ask: true };
  const own = uriFrom(given);
  if (own) return { uri: own, ask: true };
  const { uri, ask = true } = given as Readonly<Record<string, unknown>>;
  const named = uri === undefined || uri === null ? undefined : uriFrom(uri);
  if (uri !== undefined && uri !== null && !named) throw invalid({ type: 'wrongType', name: 'uri', expected: 'uri' });
  if (typeof ask !== 'boolean') throw invalid({ type: 'wrongType', name: 'ask', expected: 'boolean' });
  return { uri: named, ask };
}

async function search(uri: Uri, isDraft: IsDraft): Promise<readonly MissingImage[]> {
  const notebook = await readNotebook(uri);
  if (notebook) {
    const exists = existsOnce();
    return mergePlaces((await Promise.all(notebook.map((cell) => findMissing(cell, exists, isDraft)))).flat());
  }
  const document = await readDocument(uri);
  if (document) return findMissing(document, existsOnce(), isDraft);
  return window.withProgress(
    { location: ProgressLocation.Notification, title: l10n.t('Looking for missing images'), cancellable: true },
    (_progress, cancellation) => missingInFolder(uri, isDraft, cancellation, tellCut),
  );
}

function tellCut(most: number): void {
  const words = l10n.t(
    'Only {0} documents of this folder are looked at. Choose a smaller folder for the others.',
    most,
  );
  void window.showWarningMessage(words);
}

function placeOf({ links: [{ document, range }] }: MissingImage): MissingImagePlace {
  return { uri: document.uri, range };
}

function nothingWords(where: Uri | undefined): string {
  if (!where) return l10n.t('Open a document first, or choose a folder in the explorer.');
  return l10n.t('No image is missing in {0}.', plainText(workspace.asRelativePath(where, false), 200));
}

/** Then a draft is as good as what would take its place. */
function makesDrafts(where: Uri): boolean {
  return readDefaults(where).texts.provider === draftProvider;
}

/** Whoever the settings name. */
function serviceWords(where: Uri): string {
  const { texts, endpoint } = readDefaults(where);
  return plainText(`${texts.model} (${endpoint ? new URL(endpoint.url).host : texts.provider})`, 200);
}
