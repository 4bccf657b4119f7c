/** The exported API: the same jobs as the commands start, without any message. */
import { l10n, Range, window, workspace, type TextDocument, type Uri } from 'vscode';
import type { DepictApi, GeneratedImage, GenerateOptions, GenerateRequest, InsertPosition } from '../../api.ts';
import { checkNumber, invalid } from '../../core/checkRequest.ts';
import type { OrderFor } from '../generate/order.ts';
import { withImages } from '../generate/jobResult.ts';
import type { JobRunner, LinkPlace } from '../generate/runJob.ts';
import type { History } from '../history/history.ts';
import { describeStored } from '../history/storedImage.ts';
import { createAnchor } from '../links/anchor.ts';
import { documentHome } from '../links/documentHome.ts';
import { uriFrom } from '../uri/uriFrom.ts';

const positions: readonly InsertPosition[] = ['below', 'replace', 'cursor', 'none'];

/** `storage` is the extension's folder for what has no other place. */
export function createApi(
  orderFor: OrderFor,
  runner: JobRunner,
  history: Pick<History, 'refresh' | 'images'>,
  storage: Uri,
): DepictApi {
  async function generate(request: GenerateRequest, given?: GenerateOptions | null): Promise<GeneratedImage[]> {
    const options = given ?? {};
    const signal = checkSignal(options.signal);
    const uri = checkUri(options.document);
    const position = checkPosition(options.insert);
    const document = uri && (await openDocument(uri, position !== 'none'));
    const order = orderFor(
      { ...request },
      { document: document ? documentHome(document) : uri, languageId: document?.languageId },
    );
    const place = document && position !== 'none' ? placeIn(document, position) : undefined;
    try {
      const result = await runner.run(order, place, signal);
      // They go to the caller with the failure.
      runner.giveUp(result.received ?? []);
      if (result.error !== undefined) throw withImages(result);
      return result.images.map((image) => (result.link === 'failed' ? { ...image, note: notLinked() } : image));
    } finally {
      place?.anchor.dispose();
    }
  }

  return Object.freeze({
    version: 1 as const,
    generate,
    recent: async (given?: number | null) => {
      const limit = given ?? Number.MAX_SAFE_INTEGER;
      const range = { type: 'integer', min: 0, max: Number.MAX_SAFE_INTEGER } as const;
      const checked = checkNumber({ name: 'limit', value: limit }, range);
      await history.refresh();
      return Promise.all(history.images.slice(0, checked).map((image) => describeStored(image, storage)));
    },
  });
}

/** At the cursor of an editor that shows the document, else at the document's end. */
function placeIn(document: TextDocument, position: InsertPosition): LinkPlace {
  const editor = window.visibleTextEditors.find((one) => one.document === document);
  const end = document.lineAt(document.lineCount - 1).range.end;
  return { anchor: createAnchor(document, editor?.selection ?? new Range(end, end), undefined), position };
}

/** Only a link that is to be written needs the document itself. */
async function openDocument(uri: Uri, needed: boolean): Promise<TextDocument | undefined> {
  try {
    return await workspace.openTextDocument(uri);
  } catch {
    if (needed) throw invalid({ type: 'badPath', path: uri.path });
    return undefined;
  }
}

function checkUri(value: unknown): Uri | undefined {
  if (value === null || value === undefined) return undefined;
  const uri = uriFrom(value);
  if (!uri) throw invalid({ type: 'wrongType', name: 'document', expected: 'uri' });
  return uri;
}

/** One from another process arrives as an empty object, which could never cancel anything. */
function checkSignal(value: unknown): AbortSignal | undefined {
  if (value === null || value === undefined) return undefined;
  const signal = value as Partial<AbortSignal>;
  if (typeof signal.addEventListener === 'function' && typeof signal.aborted === 'boolean') return value as AbortSignal;
  throw invalid({ type: 'wrongType', name: 'signal', expected: 'signal' });
}

function notLinked(): string {
  return l10n.t('The link could not be written into the document.');
}

function checkPosition(value: unknown): InsertPosition {
  const position = positions.find((one) => one === (value ?? 'none'));
  if (!position) throw invalid({ type: 'wrongType', name: 'insert', expected: 'choice', choices: positions });
  return position;
}
