/** The one status-bar item: how many images are on their way, in words on hover, cancel on click. */
import { Disposable, l10n, MarkdownString, StatusBarAlignment, window } from 'vscode';
import { plainText } from '../../core/plainText.ts';
import type { Spend } from '../spend/spend.ts';
import { imagesWords, tallyWords } from '../spend/spendWords.ts';
import type { Job, Jobs } from './jobs.ts';
import { elapsedWords, stageWords } from './stageWords.ts';

export function registerJobStatus(jobs: Jobs, spend: Pick<Spend, 'images' | 'tally'>): Disposable {
  const item = window.createStatusBarItem('depict.jobs', StatusBarAlignment.Left, 0);
  item.name = l10n.t('Depict: images on their way');
  item.command = 'depict.cancel';

  function show(): void {
    const { running } = jobs;
    if (running.length === 0) return item.hide();
    const count = running.reduce((sum, { count, done }) => sum + count - done, 0);
    const text = count === 1 ? l10n.t('1 image') : l10n.t('{0} images', count);
    item.text = `$(loading~spin) ${text}`;
    item.tooltip = tooltip(running, spend);
    item.accessibilityInformation = {
      label: l10n.t('Depict: {0} on the way. Activate to cancel.', text),
      role: 'button',
    };
    item.show();
  }

  return Disposable.from(item, jobs.onDidChange(show));
}

/** More do not fit on a screen. */
const mostShown = 8;

/** Those that something is done for come first. */
function inLineLast(running: readonly Job[]): readonly Job[] {
  const [inLine, others] = [running.filter(isInLine), running.filter((job) => !isInLine(job))];
  return [...others, ...inLine];
}

function isInLine({ stage }: Job): boolean {
  return stage.type === 'queued';
}

function tooltip(running: readonly Job[], spend: Pick<Spend, 'images' | 'tally'>): MarkdownString {
  const text = new MarkdownString();
  for (const job of inLineLast(running).slice(0, mostShown)) {
    text.appendText(`${plainText(job.title, 60)}: ${stageWords(job)} (${elapsedWords(job.startedAt, Date.now())})`);
    text.appendMarkdown('\n\n');
  }
  if (running.length > mostShown) {
    text.appendText(l10n.t('And {0} more', running.length - mostShown));
    text.appendMarkdown('\n\n');
  }
  // What is on its way is among them.
  const sofar = [imagesWords(spend), tallyWords(spend)].filter((part) => part !== '').join(' · ');
  text.appendText(plainText(sofar, 300));
  text.appendMarkdown('\n\n');
  return text.appendText(l10n.t('Click to cancel.'));
}
