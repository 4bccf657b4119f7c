/** The command Generate Image from Selection: one job for each selection, or for the paragraph at each cursor. */
import { commands, l10n, Range, window, type Disposable, type TextEditor } from 'vscode';
import { countRange, invalid } from '../../core/checkRequest.ts';
import { cleanPrompt } from '../../core/prompt/clean/cleanPrompt.ts';
import { createAnchor } from '../links/anchor.ts';
import { documentHome } from '../links/documentHome.ts';
import { blockRangeAt } from './blockRangeAt.ts';
import type { OrderFor } from './order.ts';
import type { AskAndGenerate } from './registerGenerate.ts';
import type { JobTask, RunTasks } from './runTasks.ts';

/** `askAndGenerate` serves where no text editor is open: in a webview or a rich Markdown editor. */
export function registerGenerateFromSelection(
  orderFor: OrderFor,
  runTasks: RunTasks,
  askAndGenerate: AskAndGenerate,
): Disposable {
  return commands.registerCommand('depict.generateFromSelection', async () => {
    const editor = window.activeTextEditor;
    if (!editor) return askAndGenerate();
    const tasks = rangesOf(editor).map((range) => taskFor(editor, range, orderFor));
    if (tasks.length <= countRange.max || (await confirmMany(tasks.length))) return runTasks(tasks);
    for (const { place } of tasks) place?.anchor.dispose();
    return undefined;
  });
}

/** One keystroke can select every place of a word: hundreds of images are not begun without a question. */
async function confirmMany(count: number): Promise<boolean> {
  const go = l10n.t('Generate {0} Images', count);
  const question = l10n.t('There are {0} selections, and each becomes an image of its own.', count);
  return (await window.showWarningMessage(question, { modal: true }, go)) === go;
}

/** The selections that hold something; without any, the block at each cursor, each block once. */
function rangesOf({ document, selections }: TextEditor): readonly (Range | undefined)[] {
  const selected = selections.filter((selection) => !selection.isEmpty);
  if (selected.length > 0) return selected.map(({ start, end }) => new Range(start, end));
  const blocks = selections.map(({ active }) => blockRangeAt(document, active.line));
  const found = blocks.filter(
    (block, index) => block && blocks.findIndex((one) => one?.start.line === block.start.line) === index,
  );
  return found.length === 0 ? [undefined] : found;
}

function taskFor({ document, selection }: TextEditor, range: Range | undefined, orderFor: OrderFor): JobTask {
  const { languageId } = document;
  const home = documentHome(document);
  if (!range) {
    return {
      order: () => {
        throw invalid({ type: 'nothingSelected' });
      },
      place: undefined,
    };
  }
  const prompt = cleanPrompt(document.getText(range), languageId);
  const anchor = createAnchor(document, range, selection);
  return {
    order: () => orderFor({ prompt }, { document: home, languageId }),
    place: { anchor },
  };
}
