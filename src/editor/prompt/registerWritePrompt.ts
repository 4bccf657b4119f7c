/**
 * The command Write the Prompt from This Paragraph: a language model of VS Code makes a prompt of the words, the user
 * has the last say, and the picture is linked where the words are. Without a model the words themselves are offered.
 */
import {
  commands,
  l10n,
  Range,
  window,
  type Disposable,
  type LogOutputChannel,
  type TextDocument,
  type TextEditor,
} from 'vscode';
import type { GeneratedImage } from '../../api.ts';
import { invalid } from '../../core/checkRequest.ts';
import { linkStyleFor } from '../../core/links/linkStyles.ts';
import { cleanPrompt } from '../../core/prompt/clean/cleanPrompt.ts';
import { blockRangeAt } from '../generate/blockRangeAt.ts';
import type { OrderFor } from '../generate/order.ts';
import type { AskAndGenerate } from '../generate/registerGenerate.ts';
import type { RunTasks } from '../generate/runTasks.ts';
import { createAnchor } from '../links/anchor.ts';
import { documentHome } from '../links/documentHome.ts';
import type { AllowedModels } from './allowedModels.ts';
import { suggestPrompt, type Suggestion } from './suggestPrompt.ts';

/** `askAndGenerate` serves where no text editor is open, as for a selection. */
export function registerWritePrompt(
  orderFor: OrderFor,
  runTasks: RunTasks,
  askAndGenerate: AskAndGenerate,
  allowed: AllowedModels,
  log: LogOutputChannel,
): Disposable {
  /** Resolves with undefined when the user thinks better of it. */
  async function writePrompt(editor: TextEditor): Promise<readonly GeneratedImage[] | undefined> {
    const { document, selection } = editor;
    const { languageId } = document;
    const range = selection.isEmpty
      ? blockRangeAt(document, selection.active.line)
      : new Range(selection.start, selection.end);
    const words = range ? cleanPrompt(document.getText(range), languageId) : '';
    if (!range || words === '') return runTasks([{ order: nothingSelected, place: undefined }]);

    // Made now: the document may be changed or closed while the model writes and the box is open.
    const source = { document: documentHome(document), languageId };
    const anchor = createAnchor(document, range, selection);
    let prompt: string | undefined;
    try {
      const suggestion = await suggestPrompt(words, headingAbove(document, range), allowed, log);
      prompt = suggestion && (await edited(suggestion));
    } finally {
      if (prompt === undefined) anchor.dispose();
    }
    return prompt === undefined
      ? undefined
      : runTasks([{ order: () => orderFor({ prompt }, source), place: { anchor } }]);
  }

  return commands.registerCommand('depict.writePrompt', () => {
    const editor = window.activeTextEditor;
    return editor ? writePrompt(editor) : askAndGenerate();
  });
}

function nothingSelected(): never {
  throw invalid({ type: 'nothingSelected' });
}

/** Empty where there is none. A heading that is itself selected is not above. */
function headingAbove(document: TextDocument, { start }: Range): string {
  const headings = linkStyleFor(document.languageId)?.headings?.(document.getText()) ?? [];
  const offset = document.offsetAt(start);
  return headings.findLast((heading) => heading.start < offset)?.text ?? '';
}

function edited({ prompt, remark }: Suggestion): Thenable<string | undefined> {
  return window.showInputBox({
    title: l10n.t('Generate Image'),
    prompt: remark,
    value: prompt,
    valueSelection: [prompt.length, prompt.length],
    ignoreFocusOut: true,
  });
}
