/** Marks links to images that do not exist yet, and offers to generate them. */
import {
  CancellationTokenSource,
  CodeAction,
  CodeActionKind,
  CodeActionTriggerKind,
  commands,
  Diagnostic,
  DiagnosticSeverity,
  Disposable,
  l10n,
  languages,
  Position,
  window,
  workspace,
  type LogOutputChannel,
  type TextDocument,
} from 'vscode';
import { linkStyles, linkStyleFor } from '../../core/links/linkStyles.ts';
import { plainText } from '../../core/plainText.ts';
import type { History } from '../history/history.ts';
import type { FoundLinks } from '../links/foundLinks.ts';
import { isWorkingCopy } from '../links/isWorkingCopy.ts';
import { watchImages } from '../links/watchImages.ts';
import { uriFrom } from '../uri/uriFrom.ts';
import { askWhich } from './askWhich.ts';
import { existsOnce } from './existsOnce.ts';
import { findMissing } from './findMissing.ts';
import { missingHover } from './missingHover.ts';
import type { MissingImage } from './missingImage.ts';
import type { MissingWork } from './missingWork.ts';
import { readDocument, textOf } from './readDocument.ts';
import { serviceWords } from './serviceWords.ts';

const source = 'depict';
const code = 'missing-image';

/** After the last key. Milliseconds. */
const pause = 400;

/** Documents that can be seen; in others nobody would look for a hint. */
export function registerMissingHints(
  work: MissingWork,
  history: Pick<History, 'onDidChange'>,
  foundLinks: Pick<FoundLinks, 'in' | 'list'>,
  log: Pick<LogOutputChannel, 'error'>,
): Disposable {
  const hints = languages.createDiagnosticCollection(source);
  const timers = new Map<TextDocument, NodeJS.Timeout>();
  /** What is being looked for, until the document changes. */
  const searches = new Map<TextDocument, CancellationTokenSource>();
  const looking = new Set<TextDocument>();
  /** The version that the hints of a document are about. */
  const told = new WeakMap<TextDocument, number>();
  const selector = Object.keys(linkStyles)
    .filter(canRequest)
    .map((language) => ({ language }));

  /** Only typing puts it off: files may come and go without an end. */
  function plan(document: TextDocument, isTyping = false): void {
    if (!canRequest(document.languageId) || !isWorkingCopy(document)) return;
    if (isTyping) stop(document);
    else if (timers.has(document)) return;
    timers.set(
      document,
      setTimeout(() => {
        timers.delete(document);
        lookInTurn(document).catch((error: unknown) => log.error(String(error)));
      }, pause),
    );
  }

  /** One look at a time: that at a long document may take longer than the pause. */
  async function lookInTurn(document: TextDocument): Promise<void> {
    if (looking.has(document)) return plan(document);
    looking.add(document);
    try {
      await look(document);
    } finally {
      looking.delete(document);
    }
  }

  async function look(document: TextDocument): Promise<void> {
    if (document.isClosed) return;
    const { version } = document;
    const search = new CancellationTokenSource();
    searches.set(document, search);
    const text = { ...textOf(document), links: foundLinks.in(document) };
    const missing = await findMissing(text, existsOnce(), undefined, foundLinks.list, search.token);
    if (search.token.isCancellationRequested || document.version !== version) return;
    searches.delete(document);
    const wanted = missing.filter(({ place }) => !work.isUnderWay(place));
    const found = wanted.flatMap(diagnosticsOf);
    // Telling the same of the same text would take away the quick fixes that somebody is just waiting for.
    if (told.get(document) === version && areSame(hints.get(document.uri) ?? [], found)) return;
    told.set(document, version);
    hints.set(document.uri, found);
  }

  function planVisible(): void {
    for (const { document } of window.visibleTextEditors) plan(document);
  }

  function stop(document: TextDocument): void {
    clearTimeout(timers.get(document));
    timers.delete(document);
    searches.get(document)?.cancel();
    searches.delete(document);
  }

  function forget(document: TextDocument): void {
    stop(document);
    hints.delete(document.uri);
  }

  async function generateAt(given: unknown, line: unknown, character: unknown): Promise<void> {
    const uri = uriFrom(given);
    const document = uri && (await readDocument(uri));
    if (!document || typeof line !== 'number' || typeof character !== 'number') return;
    const at = new Position(line, character);
    const missing = await findMissing(document);
    const wanted = missing.filter(({ links }) => links.some(({ range }) => range.contains(at)));
    if (wanted.length === 0) return void window.showInformationMessage(l10n.t('No image is missing there any more.'));
    // In Restricted Mode a question comes first, whoever has asked for it.
    await work.make(workspace.isTrusted ? wanted : ((await askWhich(wanted, serviceWords(uri))) ?? []));
  }

  planVisible();
  return Disposable.from(
    hints,
    watchImages(planVisible),
    history.onDidChange(planVisible),
    work.onDidChange(planVisible),
    workspace.onDidCreateFiles(planVisible),
    workspace.onDidDeleteFiles(planVisible),
    workspace.onDidRenameFiles(planVisible),
    // One may be a site's configuration, which says where links lead.
    workspace.onDidSaveTextDocument(planVisible),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('depict.link')) planVisible();
    }),
    window.onDidChangeVisibleTextEditors(planVisible),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const isSeen = window.visibleTextEditors.some((editor) => editor.document === document);
      if (contentChanges.length > 0 && isSeen) plan(document, true);
    }),
    workspace.onDidCloseTextDocument(forget),
    commands.registerCommand('depict.generateMissingImage', generateAt),
    languages.registerHoverProvider(selector, {
      provideHover: (document, position) =>
        missingHover(document, position, foundLinks.in(document), hints.get(document.uri) ?? []),
    }),
    languages.registerCodeActionsProvider(
      selector,
      {
        provideCodeActions(document, _range, { diagnostics, only, triggerKind }) {
          // With each save, if a folder's settings say so: nobody has asked for an image then.
          if (triggerKind === CodeActionTriggerKind.Automatic && only) return [];
          const [hint] = diagnostics.filter((one) => one.source === source && one.code === code);
          if (!hint) return [];
          const all = (hints.get(document.uri) ?? []).length;
          return [generateOne(document, hint), ...(all > 1 ? [generateAll(document, hint)] : [])];
        },
      },
      { providedCodeActionKinds: [CodeActionKind.QuickFix] },
    ),
    { dispose: () => [...timers.keys(), ...searches.keys()].forEach(stop) },
  );
}

function canRequest(languageId: string): boolean {
  return linkStyleFor(languageId)?.canRequest === true;
}

function diagnosticsOf({ prompt, links }: MissingImage): readonly Diagnostic[] {
  const words = l10n.t('This image does not exist yet. It can be generated from “{0}”.', plainText(prompt, 200));
  return links.map(({ range }) => {
    const hint = new Diagnostic(range, words, DiagnosticSeverity.Hint);
    hint.source = source;
    hint.code = code;
    return hint;
  });
}

function areSame(some: readonly Diagnostic[], others: readonly Diagnostic[]): boolean {
  const isSame = ({ range, message }: Diagnostic, index: number): boolean =>
    others[index]?.message === message && others[index].range.isEqual(range);
  return some.length === others.length && some.every(isSame);
}

function generateOne({ uri }: TextDocument, hint: Diagnostic): CodeAction {
  const { line, character } = hint.range.start;
  const title = l10n.t('Generate this image');
  const action = new CodeAction(title, CodeActionKind.QuickFix);
  action.command = { command: 'depict.generateMissingImage', title, arguments: [uri, line, character] };
  action.diagnostics = [hint];
  action.isPreferred = true;
  return action;
}

function generateAll({ uri }: TextDocument, hint: Diagnostic): CodeAction {
  const title = l10n.t('Generate missing images in this document…');
  const action = new CodeAction(title, CodeActionKind.QuickFix);
  action.command = { command: 'depict.generateMissingImages', title, arguments: [{ uri }] };
  action.diagnostics = [hint];
  return action;
}
