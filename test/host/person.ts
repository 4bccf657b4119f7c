/**
 * Stands in for the person in front of the messages and boxes, which nobody answers in a test. Takes the place of the
 * functions that show them; the extension and its tests share one `vscode`.
 */
import * as vscode from 'vscode';
import { until } from './until.ts';

export interface Message {
  readonly text: string;
  readonly buttons: readonly string[];
}

export interface Answers {
  /** Pressed in every message that has it. */
  readonly button?: string;
  /** Typed into an input box, or made of what stands in it. */
  readonly words?: string | ((offered: string) => string);
  /** Chosen in a Save As dialog. */
  readonly saveAs?: vscode.Uri;
}

export interface Person {
  readonly messages: readonly Message[];
  /** Waits for the nth message, counted from 1. */
  message(nth?: number): Promise<Message>;
  /** What the input boxes said. */
  readonly boxes: readonly vscode.InputBoxOptions[];
  /** Which dialogs were opened. */
  readonly dialogs: readonly ('input' | 'saveAs')[];
  leave(): void;
}

/** Somebody new for each test of a `describe`, who leaves after it. Call it within `describe`. */
export function withPerson(answers?: Answers): Omit<Person, 'leave'> {
  let present: Person | undefined;
  beforeEach(() => {
    present = person(answers);
  });
  afterEach(() => present?.leave());

  const here = (): Person => {
    if (!present) throw new Error('Nobody is there before the first test.');
    return present;
  };
  return {
    get messages() {
      return here().messages;
    },
    message: (nth) => here().message(nth),
    get boxes() {
      return here().boxes;
    },
    get dialogs() {
      return here().dialogs;
    },
  };
}

export function person({ button, words, saveAs }: Answers = {}): Person {
  const messages: Message[] = [];
  const boxes: vscode.InputBoxOptions[] = [];
  const dialogs: ('input' | 'saveAs')[] = [];
  const show = (text: string, ...items: readonly unknown[]): Promise<string | undefined> => {
    const buttons = items.filter((item) => typeof item === 'string');
    messages.push({ text, buttons });
    return Promise.resolve(buttons.find((one) => one === button));
  };
  const leave = replace(vscode.window, {
    showInformationMessage: show,
    showWarningMessage: show,
    showErrorMessage: show,
    showInputBox: (options: vscode.InputBoxOptions) => {
      dialogs.push('input');
      boxes.push(options);
      return Promise.resolve(typeof words === 'function' ? words(options.value ?? '') : words);
    },
    showSaveDialog: () => {
      dialogs.push('saveAs');
      return Promise.resolve(saveAs);
    },
  });
  return {
    messages,
    async message(nth = 1) {
      await until(() => messages.length >= nth);
      return messages[nth - 1] ?? { text: '', buttons: [] };
    },
    boxes,
    dialogs,
    leave,
  };
}

/** @returns puts everything back */
export function replace(target: object, functions: Readonly<Record<string, unknown>>): () => void {
  const own = Object.fromEntries(Object.keys(functions).map((name) => [name, Reflect.get(target, name)]));
  Object.assign(target, functions);
  return () => void Object.assign(target, own);
}
