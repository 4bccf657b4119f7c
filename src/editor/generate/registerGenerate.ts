/** The command Generate Image…: asks for a prompt, or with arguments asks nothing and shows nothing. */
import { commands, l10n, Range, window, type Disposable, type TextEditor } from 'vscode';
import type { DepictApi, GeneratedImage, GenerationFailure } from '../../api.ts';
import { isCancelled, isImageFailure } from '../../core/failure.ts';
import { activeFile } from '../links/activeFile.ts';
import { createAnchor } from '../links/anchor.ts';
import type { OrderFor } from './order.ts';
import type { LinkPlace } from './runJob.ts';
import type { RunTasks } from './runTasks.ts';

/** Resolves with undefined when cancelled. */
export type AskAndGenerate = () => Promise<readonly GeneratedImage[] | undefined>;

export function registerGenerate(generate: DepictApi['generate'], ask: AskAndGenerate): Disposable {
  return commands.registerCommand('depict.generate', async (request?: unknown) => {
    if (!isRecord(request)) return ask();
    try {
      // The two are one object here and are checked field by field, as everything from outside.
      return await generate(request as never, request);
    } catch (error) {
      if (!isImageFailure(error) || !isCancelled(error)) throw error;
      // What was made before is there, and was paid for.
      return (error.failure as GenerationFailure).images;
    }
  });
}

/**
 * Asks for the prompt; the link goes to the cursor of the editor that was active then. Where that is no text editor
 * nothing is written, but the image and the link to copy are for the file in it.
 */
export function createAskAndGenerate(orderFor: OrderFor, runTasks: RunTasks): AskAndGenerate {
  return async () => {
    const editor = window.activeTextEditor;
    // Made now: the document may be changed or closed while the box is open.
    const place = editor && cursorOf(editor);
    const source = { document: activeFile(), languageId: editor?.document.languageId };
    const prompt = await window.showInputBox({
      title: l10n.t('Generate Image'),
      prompt: l10n.t('Describe the image.'),
      placeHolder: l10n.t('For example: a lighthouse at dusk, watercolor'),
      ignoreFocusOut: true,
    });
    if (prompt === undefined) {
      place?.anchor.dispose();
      return undefined;
    }
    return runTasks([{ order: () => orderFor({ prompt }, source), place }]);
  };
}

function cursorOf({ document, selection }: TextEditor): LinkPlace {
  return { anchor: createAnchor(document, new Range(selection.active, selection.active), selection) };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
