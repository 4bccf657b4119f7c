import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { GeneratedImage } from '../../src/api.ts';
import { clearWorkspace, openFile, select } from './depict.ts';
import { fakeModel, pieces, withModels, type FakeModel } from './fakeModel.ts';
import { person, replace, type Answers, type Person } from './person.ts';
import { withService } from './service.ts';
import { until } from './until.ts';

const text = '# Harbour\n\nThe **quiet** harbour,\nbefore the boats leave.\n\nMore.\n';
const words = 'The quiet harbour, before the boats leave.';
const written = 'Fishing boats at dawn. Soft fog over still water.';

const run = (): Thenable<GeneratedImage[] | undefined> =>
  vscode.commands.executeCommand<GeneratedImage[] | undefined>('depict.writePrompt');

/** What Enter does where nothing is changed. */
const accept = (offered: string): string => offered;

describe('Write the Prompt from This Paragraph', () => {
  const service = withService();
  const undo: (() => void)[] = [];
  afterEach(() => undo.splice(0).forEach((one) => one()));
  afterEach(clearWorkspace);

  function answering(answers: Answers): Person {
    const one = person(answers);
    undo.push(() => one.leave());
    return one;
  }

  function models(...given: readonly FakeModel[]): void {
    undo.push(withModels(...given));
  }

  function harbourModel(): FakeModel {
    return fakeModel('Scribe [x](command:y)', () =>
      pieces('**Prompt:** "Fishing boats at', ' dawn.\nSoft fog over ', 'still water."'),
    );
  }

  async function openText(): Promise<vscode.TextEditor> {
    const editor = await openFile('a.md', text);
    editor.selection = new vscode.Selection(3, 4, 3, 4);
    return editor;
  }

  it('offers the words of the paragraph where VS Code has no language model', async () => {
    const { boxes, messages } = answering({ words: (offered) => `${offered} Oil on canvas.` });
    const editor = await openText();
    const images = await run();
    assert.equal(boxes[0]?.value, words);
    assert.match(boxes[0]?.prompt ?? '', /^No language model is available in this VS Code\. /);
    assert.deepEqual(service.prompts(), [`${words} Oil on canvas.`]);
    assert.equal(editor.document.getText(), text.replace('leave.\n', `leave.\n\n${images?.[0]?.link}\n`));
    assert.equal(images?.[0]?.alt, words);
    assert.deepEqual(
      messages.filter(({ text }) => text.includes('sent')),
      [],
    );
  });

  it('asks first, sends the paragraph and its heading, and links the picture of the answer below', async () => {
    const scribe = harbourModel();
    models(scribe);
    const { boxes, messages } = answering({ button: 'Send', words: accept });
    const editor = await openText();
    const images = await run();
    assert.equal(
      messages[0]?.text,
      'The paragraph is sent to Scribe [x] (command:y) (tests), which writes a prompt of it.',
    );
    assert.deepEqual(messages[0]?.buttons, ['Send', 'Use the Words as They Are']);
    const [instructions, data] = scribe.requests[0] ?? [];
    assert.match(instructions ?? '', /at most 60 words/i);
    assert.deepEqual(JSON.parse(data ?? ''), { heading: 'Harbour', paragraph: words });
    assert.equal(boxes[0]?.value, written);
    assert.match(boxes[0]?.prompt ?? '', /^Written by Scribe \[x\] \(command:y\)\. /);
    assert.deepEqual(service.prompts(), [written]);
    assert.equal(images?.[0]?.alt, 'Fishing boats at dawn.');
    assert.equal(editor.document.getText(), text.replace('leave.\n', `leave.\n\n${images?.[0]?.link}\n`));
  });

  it('asks once for each model', async () => {
    const [one, other] = [harbourModel(), harbourModel()];
    const asked: number[] = [];
    for (const given of [[one], [one, other], [other]]) {
      const restore = withModels(...given);
      const reader = person({ button: 'Send' });
      await openText();
      assert.equal(await run(), undefined);
      asked.push(reader.messages.length);
      reader.leave();
      restore();
    }
    assert.deepEqual(asked, [1, 0, 1]);
    assert.deepEqual([one.requests.length, other.requests.length], [2, 1]);
  });

  it('sends it to the model that is picked from several', async () => {
    const [one, other] = [harbourModel(), harbourModel()];
    models(one, other);
    const { messages } = answering({ button: 'Another Model…' });
    undo.push(
      replace(vscode.window, {
        showQuickPick: (items: readonly unknown[]) => Promise.resolve(items[1]),
      }),
    );
    await openText();
    await run();
    assert.deepEqual(messages[0]?.buttons, ['Send', 'Another Model…', 'Use the Words as They Are']);
    assert.deepEqual([one.requests.length, other.requests.length], [0, 1]);
  });

  it('is written by another model from when one is chosen, and asks again when that is taken back', async () => {
    const [one, other] = [harbourModel(), harbourModel()];
    models(one, other);
    const { messages } = answering({ button: 'Send' });
    const choose = async (which: string): Promise<readonly vscode.QuickPickItem[]> => {
      let shown: readonly vscode.QuickPickItem[] = [];
      const restore = replace(vscode.window, {
        showQuickPick: (items: readonly vscode.QuickPickItem[]) => {
          shown = items;
          return Promise.resolve(items[which === 'other' ? 1 : items.length - 1]);
        },
      });
      await vscode.commands.executeCommand('depict.selectLanguageModel');
      restore();
      return shown;
    };
    await openText();
    await run();
    const shown = await choose('other');
    assert.deepEqual(
      shown.map(({ detail }) => detail !== undefined),
      [true, false, false, true],
    );
    await run();
    assert.deepEqual([one.requests.length, other.requests.length], [1, 1]);
    const asked = (): number => messages.filter(({ buttons }) => buttons.includes('Send')).length;
    assert.equal(asked(), 1);
    await choose('last');
    await run();
    assert.equal(asked(), 2);
  });

  it('falls back to a model that was allowed before when the chosen one is gone', async () => {
    const [one, other] = [harbourModel(), harbourModel()];
    answering({ button: 'Send' });
    await openText();
    for (const given of [[one], [other], [one, other], [one]]) {
      const restore = withModels(...given);
      await run();
      restore();
    }
    assert.deepEqual([one.requests.length, other.requests.length], [2, 2]);
  });

  it('asks each time in Restricted Mode, also what was allowed before', async () => {
    const trust = Object.getOwnPropertyDescriptor(vscode.workspace, 'isTrusted');
    assert(trust);
    const scribe = harbourModel();
    models(scribe);
    const { messages } = answering({ button: 'Send' });
    await openText();
    await run();
    Object.defineProperty(vscode.workspace, 'isTrusted', { ...trust, get: () => false });
    undo.push(() => Object.defineProperty(vscode.workspace, 'isTrusted', trust));
    await run();
    await run();
    assert.equal(messages.length, 3);
    assert.equal(scribe.requests.length, 3);
  });

  it('sends nothing to the model when the words are to stay as they are', async () => {
    const scribe = harbourModel();
    models(scribe);
    const { boxes } = answering({ button: 'Use the Words as They Are', words: accept });
    await openText();
    await run();
    assert.deepEqual(scribe.requests, []);
    assert.match(boxes[0]?.prompt ?? '', /^These are the words of the document\./);
    assert.deepEqual(service.prompts(), [words]);
  });

  it('leaves everything as it is when the question or the prompt is dismissed', async () => {
    const scribe = harbourModel();
    models(scribe);
    const editor = await openText();
    const unsure = person();
    assert.equal(await run(), undefined);
    unsure.leave();
    assert.deepEqual([scribe.requests.length, unsure.boxes.length], [0, 0]);
    answering({ button: 'Send' });
    assert.equal(await run(), undefined);
    assert.equal(scribe.requests.length, 1);
    assert.deepEqual([editor.document.getText(), editor.document.isDirty], [text, false]);
    assert.deepEqual(service.prompts(), []);
  });

  it('says why a model wrote nothing, and offers the words of the paragraph', async () => {
    for (const [problem, remark] of [
      [vscode.LanguageModelError.NoPermissions('no'), /^Depict has no permission to use Scribe\. /],
      [vscode.LanguageModelError.Blocked('no'), /^Scribe takes no request of Depict now/],
      [vscode.LanguageModelError.NotFound('no'), /^Scribe is not there any more\. /],
      [new Error('ECONNRESET'), /^Scribe could not write a prompt/],
      [undefined, /^Scribe answered without a prompt\. /],
    ] as const) {
      const scribe = fakeModel('Scribe', async function* () {
        if (!problem) return;
        yield await Promise.resolve('A half');
        throw problem;
      });
      const restore = withModels(scribe);
      const reader = person({ button: 'Send' });
      await openText();
      await run();
      reader.leave();
      restore();
      const [box] = reader.boxes;
      assert.equal(box?.value, words);
      assert.match(box?.prompt ?? '', remark);
    }
  });

  it('does without models that cannot even be listed', async () => {
    undo.push(replace(vscode.lm, { selectChatModels: () => Promise.reject(new Error('broken')) }));
    const { boxes } = answering({});
    await openText();
    await run();
    assert.equal(boxes[0]?.value, words);
  });

  it('is cancelled while the model writes, also where the model does not listen', async () => {
    const scribe = fakeModel('Scribe', async function* () {
      yield 'A fox';
      await new Promise(() => {});
    });
    models(scribe);
    const { boxes } = answering({ button: 'Send', words: accept });
    const cancel = new vscode.CancellationTokenSource();
    const shown: unknown[] = [];
    const progress = { report: ({ message }: { readonly message?: string }) => void shown.push(message) };
    undo.push(
      replace(vscode.window, {
        withProgress: (_: unknown, task: (...args: readonly unknown[]) => unknown) => task(progress, cancel.token),
      }),
    );
    const editor = await openText();
    const pending = run();
    await until(() => shown.length > 0);
    assert.deepEqual(shown, ['A fox']);
    cancel.cancel();
    assert.equal(await pending, undefined);
    assert.equal(scribe.tokens[0]?.isCancellationRequested, true);
    assert.deepEqual([boxes.length, service.prompts().length, editor.document.getText()], [0, 0, text]);
  });

  it('does not wait for the end of an answer that has none', async () => {
    const scribe = fakeModel('Scribe', async function* () {
      for (;;) yield await Promise.resolve('fox and fox and fox and ');
    });
    models(scribe);
    const { boxes } = answering({ button: 'Send' });
    await openText();
    await run();
    assert.match(boxes[0]?.value ?? '', /^(fox and )+/);
    assert.ok((boxes[0]?.value?.length ?? 0) <= 1_000);
    assert.equal(scribe.tokens[0]?.isCancellationRequested, true);
  });

  it('takes the selected words, and finds their place after the text above has changed', async () => {
    const scribe = harbourModel();
    models(scribe);
    const editor = await openText();
    select(editor, 'before the boats leave');
    answering({ button: 'Send' });
    undo.push(
      replace(vscode.window, {
        showInputBox: async ({ value }: vscode.InputBoxOptions) => {
          await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'New words.\n\n'));
          return value;
        },
      }),
    );
    const images = await run();
    assert.deepEqual(JSON.parse(scribe.requests[0]?.[1] ?? ''), {
      heading: 'Harbour',
      paragraph: 'before the boats leave',
    });
    assert.equal(
      editor.document.getText(),
      `New words.\n\n${text.replace('leave.\n', `leave.\n\n${images?.[0]?.link}\n`)}`,
    );
  });

  it('says so where there are no words, and asks nobody', async () => {
    const scribe = harbourModel();
    models(scribe);
    const { messages } = answering({ button: 'Send', words: accept });
    const editor = await openFile('a.md', '\n\n\n');
    editor.selection = new vscode.Selection(1, 0, 1, 0);
    assert.deepEqual(await run(), []);
    assert.match(messages[0]?.text ?? '', /^Nothing is selected/);
    assert.deepEqual([scribe.requests.length, service.prompts().length], [0, 0]);
  });
});
