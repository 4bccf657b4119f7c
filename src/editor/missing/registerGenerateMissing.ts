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
import { serviceWords } from './serviceWords.ts';

export function registerGenerateMissing(work: MissingWork, isDraft: IsDraft): Disposable {
  /** @param second the explorer passes all that is selected there */
  async function generate(given: unknown, second: unknown, whereElse: WhereElse): Promise<MissingImagesResult> {
    const { uri, ask } = argumentOf(given);
    // Settings and words of a folder that nobody trusts must not spend the user's money without a question.
    if (!ask && !workspace.isTrusted) throw invalid({ type: 'restrictedMode' });
    const where = uri ?? (await whereElse(ask));
    if (where === 'dismissed') return nothing();
    const all = where ? outermost([where, ...selectedUris(second)]) : [];
    const found = await search(all, isDraft);
    // Cancelled: nobody knows whether one is missing.
    if (!found) return nothing();
    const images = found.filter(({ place }) => !work.isUnderWay(place));
    if (!where || images.length === 0) {
      if (ask) void window.showInformationMessage(nothingWords(all));
      return nothing();
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
    commands.registerCommand('depict.generateMissingImages', (given?: unknown, second?: unknown) =>
      generate(given, second, activeDocument),
    ),
    commands.registerCommand('depict.generateMissingImagesInFolder', (given?: unknown, second?: unknown) =>
      generate(given, second, openFolder),
    ),
  );
}

function nothing(): MissingImagesResult {
  return { generated: [], failed: [], skipped: [] };
}

/** Where to look when nobody has said it. */
type WhereElse = (ask: boolean) => Uri | undefined | Promise<Uri | 'dismissed' | undefined>;

/** Of several, the one that is chosen; a program that does not ask has meant the first one. */
async function openFolder(ask: boolean): Promise<Uri | 'dismissed' | undefined> {
  const [first, ...others] = workspace.workspaceFolders ?? [];
  if (!ask || others.length === 0) return first?.uri;
  const chosen = await window.showWorkspaceFolderPick({
    placeHolder: l10n.t('The folder to look for missing images in'),
  });
  return chosen?.uri ?? 'dismissed';
}

function selectedUris(second: unknown): readonly Uri[] {
  return Array.isArray(second) ? second.flatMap((one: unknown) => uriFrom(one) ?? []) : [];
}

/** What lies in another one of them is looked at with that one. */
function outermost(uris: readonly Uri[]): readonly Uri[] {
  const unique = [...new Map(uris.map((uri) => [uri.toString(), uri])).values()];
  return unique.filter((uri) => !unique.some((other) => uri.toString().startsWith(`${other.toString()}/`)));
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

/** Undefined where it was cancelled. */
async function search(all: readonly Uri[], isDraft: IsDraft): Promise<readonly MissingImage[] | undefined> {
  const found: MissingImage[] = [];
  for (const uri of all) {
    const missing = await searchIn(uri, makesDrafts(uri) ? nothingIsDraft : isDraft);
    if (!missing) return undefined;
    found.push(...missing);
  }
  return mergePlaces(found);
}

async function searchIn(uri: Uri, isDraft: IsDraft): Promise<readonly MissingImage[] | undefined> {
  const notebook = await readNotebook(uri);
  if (notebook) {
    const exists = existsOnce();
    return (await Promise.all(notebook.map((cell) => findMissing(cell, exists, isDraft)))).flat();
  }
  const document = await readDocument(uri);
  if (document) return findMissing(document, existsOnce(), isDraft);
  return window.withProgress(
    { location: ProgressLocation.Notification, title: l10n.t('Looking for missing images'), cancellable: true },
    async (_progress, cancellation) => {
      const missing = await missingInFolder(uri, isDraft, cancellation, tellCut);
      return cancellation.isCancellationRequested ? undefined : missing;
    },
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

function nothingWords([where, ...others]: readonly Uri[]): string {
  if (!where) return l10n.t('Open a document first, or choose a folder in the explorer.');
  const name = plainText(workspace.asRelativePath(where, false), 200);
  return others.length === 0
    ? l10n.t('No image is missing in {0}.', name)
    : l10n.t('No image is missing in {0} and the others that are selected.', name);
}

/** Then a draft is as good as what would take its place. */
function makesDrafts(where: Uri): boolean {
  return readDefaults(where).texts.provider === draftProvider;
}
