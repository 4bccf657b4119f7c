/**
 * Stands in for the person in front of the messages and boxes, which nobody answers in a test. Takes the place of the
 * functions that show them; the extension and its tests share one `vscode`.
 */
import * as vscode from 'vscode';

export interface Message {
  readonly text: string;
  readonly buttons: readonly string[];
}

export interface Answers {
  /** Pressed in the first message that has it. */
  readonly button?: string;
  /** Typed into an input box. */
  readonly words?: string;
  /** Chosen in a Save As dialog. */
  readonly saveAs?: vscode.Uri;
}

export interface Person {
  readonly messages: readonly Message[];
  /** Resolves with the first message. */
  readonly message: Promise<Message>;
  /** Which dialogs were opened. */
  readonly dialogs: readonly ('input' | 'saveAs')[];
  leave(): void;
}

export function person({ button, words, saveAs }: Answers = {}): Person {
  const messages: Message[] = [];
  const dialogs: ('input' | 'saveAs')[] = [];
  let hear: (message: Message) => void = () => undefined;
  const message = new Promise<Message>((resolve) => {
    hear = resolve;
  });
  const show = (text: string, ...items: readonly unknown[]): Promise<string | undefined> => {
    const buttons = items.filter((item) => typeof item === 'string');
    messages.push({ text, buttons });
    hear({ text, buttons });
    return Promise.resolve(buttons.find((one) => one === button));
  };
  const leave = replace(vscode.window, {
    showInformationMessage: show,
    showWarningMessage: show,
    showErrorMessage: show,
    showInputBox: () => {
      dialogs.push('input');
      return Promise.resolve(words);
    },
    showSaveDialog: () => {
      dialogs.push('saveAs');
      return Promise.resolve(saveAs);
    },
  });
  return { messages, message, dialogs, leave };
}

/** @returns puts everything back */
function replace(target: object, functions: Readonly<Record<string, unknown>>): () => void {
  const own = Object.fromEntries(Object.keys(functions).map((name) => [name, Reflect.get(target, name)]));
  Object.assign(target, functions);
  return () => void Object.assign(target, own);
}
