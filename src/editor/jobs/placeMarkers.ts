/** The quiet marker where an image will land: what happens there, for how long, and on hover how to cancel it. */
import {
  DecorationRangeBehavior,
  Disposable,
  l10n,
  MarkdownString,
  Range,
  ThemeColor,
  window,
  type DecorationOptions,
  type Position,
  type TextEditor,
  type TextEditorDecorationType,
} from 'vscode';
import { commandAddress } from '../../core/commandAddress.ts';
import type { Anchor } from '../links/anchor.ts';
import type { Job, Jobs } from './jobs.ts';
import { elapsedWords, stageWords } from './stageWords.ts';

export interface Markers extends Disposable {
  /** Shows a marker at the anchor for as long as the job runs, in every editor that shows the document. */
  mark(jobId: string, anchor: Anchor): void;
}

/** Each one is drawn anew every second: of more than so many in a document, only those that can be seen are marked. */
const mostMarked = 50;
/** Lines around, which are half seen or come next. */
const margin = 5;

export function createMarkers(jobs: Jobs): Markers {
  const style = window.createTextEditorDecorationType({
    after: { color: new ThemeColor('editorCodeLens.foreground'), margin: '0 0 0 2em' },
    overviewRulerColor: new ThemeColor('progressBar.background'),
    rangeBehavior: DecorationRangeBehavior.ClosedClosed,
  });
  const marked = new Map<string, Anchor>();
  let clock: NodeJS.Timeout | undefined;

  function show(editors = window.visibleTextEditors): void {
    const running = jobs.running.filter((job) => marked.has(job.id));
    for (const editor of editors) decorate(editor, style, running, marked);
  }

  function forgetEnded(): void {
    const running = new Set(jobs.running.map(({ id }) => id));
    for (const id of marked.keys()) if (!running.has(id)) marked.delete(id);
    if (marked.size > 0) return;
    clearInterval(clock);
    clock = undefined;
  }

  const watching = Disposable.from(
    style,
    jobs.onDidChange(() => {
      forgetEnded();
      show();
    }),
    window.onDidChangeVisibleTextEditors((editors) => show(editors)),
    window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
      if (marked.size > mostMarked) show([textEditor]);
    }),
  );

  return {
    mark(jobId, anchor) {
      marked.set(jobId, anchor);
      // The elapsed time moves on although nothing else does.
      clock ??= setInterval(() => show(), 1000);
      show();
    },
    dispose() {
      clearInterval(clock);
      watching.dispose();
    },
  };
}

function decorate(
  editor: TextEditor,
  style: TextEditorDecorationType,
  running: readonly Job[],
  marked: ReadonlyMap<string, Anchor>,
): void {
  const uri = editor.document.uri.toString();
  const here = running.flatMap((job) => {
    const anchor = marked.get(job.id);
    return anchor?.uri.toString() === uri ? [{ job, at: editor.document.positionAt(anchor.end) }] : [];
  });
  const isSeen = ({ at }: { readonly at: Position }): boolean =>
    editor.visibleRanges.some(({ start, end }) => start.line - margin <= at.line && at.line <= end.line + margin);
  const shown = here.length > mostMarked ? here.filter(isSeen) : here;
  editor.setDecorations(
    style,
    shown.map(({ job, at }) => decoration(job, at, editor)),
  );
}

function decoration(job: Job, at: Position, editor: TextEditor): DecorationOptions {
  const { range } = editor.document.lineAt(at);
  const words = `${stageWords(job)}, ${elapsedWords(job.startedAt, Date.now())}`;
  return {
    range: new Range(range.end, range.end),
    hoverMessage: cancelHover(job),
    renderOptions: { after: { contentText: l10n.t('Depict: {0}', words) } },
  };
}

function cancelHover(job: Job): MarkdownString {
  const hover = new MarkdownString('', true);
  hover.isTrusted = { enabledCommands: ['depict.cancel'] };
  return hover.appendMarkdown(`[$(debug-stop) ${l10n.t('Cancel')}](${commandAddress('depict.cancel', [job.id])})`);
}
