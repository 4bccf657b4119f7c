// The commands about an image, as a program or the explorer calls them.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import type { GeneratedImage } from '../../src/api.ts';
import { embedInPng } from '../../src/core/metadata/formats/embedInPng.ts';
import { joinBytes } from '../../src/core/bytes/joinBytes.ts';
import type { OrderSource } from '../../src/editor/generate/order.ts';
import { registerImageCommands } from '../../src/editor/images/registerImageCommands.ts';
import { plainRecord } from '../unit/core/metadata/records.ts';
import { clearWorkspace, depict, failureOf, resetSettings, setSettings, workspaceFolder } from './depict.ts';
import { openWindow } from './historyWindow.ts';

/** What is registered meanwhile, without registering it: those ids are taken. */
function registered(register: () => vscode.Disposable): ReadonlyMap<string, (...args: unknown[]) => unknown> {
  const found = new Map<string, (...args: unknown[]) => unknown>();
  const { registerCommand } = vscode.commands;
  Object.assign(vscode.commands, {
    registerCommand(id: string, handler: (...args: unknown[]) => unknown) {
      found.set(id, handler);
      return new vscode.Disposable(() => undefined);
    },
  });
  try {
    register();
  } finally {
    Object.assign(vscode.commands, { registerCommand });
  }
  return found;
}

const prompt = 'a red kite over the dunes';
const run = <T>(command: string, ...args: readonly unknown[]): Thenable<T> =>
  vscode.commands.executeCommand<T>(`depict.${command}`, ...args);

describe('the commands about an image', () => {
  let made: GeneratedImage;

  before(async () => {
    const api = await depict();
    const [image] = await api.generate({
      ...{ prompt, negativePrompt: ['rain', 'fog'], width: 64, height: 48, steps: 5 },
      ...{ guidanceScale: 3.5, seed: '18446744073709551615', provider: 'hf-inference' },
    });
    assert(image);
    made = image;
  });
  after(clearWorkspace);
  afterEach(resetSettings);

  it('give back the settings that the file has, exactly', async () => {
    assert.deepEqual(await run('reuseSettings', made.uri), {
      ...{ prompt, negativePrompt: ['rain', 'fog'], model: made.model, width: 64, height: 48, steps: 5 },
      ...{ guidanceScale: 3.5, seed: '18446744073709551615' },
    });
  });

  it('make the same image again, next to it, whatever the settings are by now', async () => {
    await setSettings({ 'parameters.steps': 30, 'parameters.scheduler': 'DDIM', 'parameters.width': 128 });
    const [again, ...others] = await run<readonly GeneratedImage[]>('regenerate', made.uri);
    assert(again);
    assert.deepEqual(others, []);
    assert.notEqual(again.uri.toString(), made.uri.toString());
    assert.deepEqual([again.prompt, again.seed, again.width, again.height], [prompt, made.seed, 64, 48]);
    const { steps, scheduler } = await run<{ steps?: number; scheduler?: string }>('reuseSettings', again.uri);
    assert.deepEqual([steps, scheduler], [5, undefined]);
  });

  it('make variations, each of a seed of its own', async () => {
    const images = await run<readonly GeneratedImage[]>('variations', made.uri, 2);
    const seeds = new Set([made.seed, ...images.map(({ seed }) => seed)]);
    assert.equal(seeds.size, 3);
    assert.deepEqual(new Set(images.map((image) => image.prompt)), new Set([prompt]));
  });

  it('make three variations where nobody says how many, as when the explorer passes its selection', async () => {
    const images = await run<readonly GeneratedImage[]>('variations', made.uri, [made.uri]);
    assert.equal(images.length, 3);
  });

  it('do all that is selected in the explorer as one run, and leave out what is no image', async () => {
    const [other] = await (
      await depict()
    ).generate({ prompt: 'a blue boat', provider: 'hf-inference', width: 64, height: 48 });
    assert(other);
    const text = vscode.Uri.joinPath(workspaceFolder(), 'notes.md');
    const images = await run<readonly GeneratedImage[]>('regenerate', made.uri, [text, other.uri, made.uri]);
    assert.deepEqual(
      images.map((image) => [image.prompt, image.seed]),
      [
        [prompt, made.seed],
        ['a blue boat', other.seed],
      ],
    );
  });

  it('make nothing of what they do not understand, rather than of the image on the screen', async () => {
    await vscode.commands.executeCommand('vscode.open', made.uri);
    for (const given of [made.uri.fsPath, '', 5, {}, { scheme: 'file' }, { scheme: 'file', path: '//x' }, [made.uri]]) {
      for (const command of ['regenerate', 'variations', 'reuseSettings', 'copyAsCode']) {
        const failure = await failureOf(run(command, given));
        assert.deepEqual(failure, {
          kind: 'invalidRequest',
          problem: { type: 'wrongType', name: 'uri', expected: 'uri' },
        });
      }
    }
    const failure = await failureOf(run('copyAsCode', made.uri, 'perl'));
    assert.deepEqual(failure.kind === 'invalidRequest' && failure.problem, {
      ...{ type: 'wrongType', name: 'language', expected: 'choice' },
      choices: ['python', 'javascript', 'curl'],
    });
  });

  it('remember what an image was for, right after the window was opened', async () => {
    const folder = path.join(await mkdtemp(path.join(tmpdir(), 'depict-commands-')), 'history');
    const document = vscode.Uri.joinPath(workspaceFolder(), 'docs/page.md');
    const before = openWindow(folder).history;
    const place = vscode.Uri.file('/assets/fox.png');
    const picture = { place, bytes: 5, format: 'png', record: plainRecord, ignored: [] } as const;
    before.add(picture, { document, languageId: 'markdown' }, 'a');
    before.dispose();

    const { history } = openWindow(folder);
    const asked: OrderSource[] = [];
    const commands = registered(() =>
      registerImageCommands(
        (image) => Promise.resolve({ image, settings: { prompt: 'a red fox' }, provider: undefined }),
        history,
        (_, source) => {
          asked.push(source);
          throw new Error('enough is known');
        },
        (tasks) => {
          for (const task of tasks) assert.throws(() => task.order());
          return Promise.resolve([]);
        },
        () => Promise.resolve(),
        vscode.window.createOutputChannel('Depict test', { log: true }),
      ),
    );
    await commands.get('depict.regenerate')?.(place);
    assert.deepEqual(
      asked.map((source) => [source.document?.toString(), source.languageId]),
      [[document.toString(), 'markdown']],
    );
    history.dispose();
    await rm(path.dirname(folder), { recursive: true });
  });

  it('refuse a number of variations that cannot be', async () => {
    const failure = await failureOf(run('variations', made.uri, 0));
    assert.equal(failure.kind, 'invalidRequest');
  });

  for (const [language, words] of [
    ['python', 'InferenceClient'],
    ['javascript', 'textToImage'],
    ['curl', 'curl '],
  ] as const) {
    it(`copy the image as ${language}`, async () => {
      const text = await run<string>('copyAsCode', made.uri, language);
      assert(text.includes(words) && text.includes(prompt), text);
      assert.equal(await vscode.env.clipboard.readText(), text);
    });
  }

  it('ask in the code whoever made the image, whatever the settings are by now', async () => {
    const endpoint = { 'endpoint.url': 'https://images.example.com/a?key=1234', 'endpoint.api': 'hf' };
    await setSettings({ provider: 'auto', ...endpoint });
    const text = await run<string>('copyAsCode', made.uri, 'python');
    assert.match(text, /provider="hf-inference"/);
    assert.doesNotMatch(text, /example\.com|1234/);
  });

  it('know an image by the history when its file says nothing', async () => {
    await setSettings({ 'output.embedSettings': false });
    const [plain] = await (
      await depict()
    ).generate({ prompt: 'a plain one', provider: 'hf-inference', width: 64, height: 64 });
    assert(plain);
    const settings = await run<{ prompt: string; seed: string }>('reuseSettings', plain.uri);
    assert.deepEqual([settings.prompt, settings.seed], ['a plain one', plain.seed]);
  });

  it('know an image by the history when its file is gone', async () => {
    const [gone] = await (
      await depict()
    ).generate({ prompt: 'a lost one', provider: 'hf-inference', width: 64, height: 64 });
    assert(gone);
    await vscode.workspace.fs.delete(gone.uri);
    const [again] = await run<readonly GeneratedImage[]>('regenerate', gone.uri);
    assert.deepEqual([again?.prompt, again?.seed], ['a lost one', gone.seed]);
  });

  it('use the settings of an image that another program made', async () => {
    const parameters = [
      'a castle, <lora:detail:0.8>',
      'Negative prompt: people, text',
      'Steps: 20, Sampler: Euler a, CFG scale: 7, Seed: 123456789012, Size: 512x768, Model: dreamshaper_8',
    ].join('\n');
    const theirs = await savePng('theirs.png', parameters);
    const settings = await run<Record<string, unknown>>('reuseSettings', theirs);
    assert.deepEqual(settings, {
      ...{ prompt: 'a castle, <lora:detail:0.8>', negativePrompt: ['people, text'], steps: 20, scheduler: 'Euler a' },
      ...{ guidanceScale: 7, seed: '123456789012', width: 512, height: 768, model: 'dreamshaper_8' },
    });
  });

  it('say so when nobody knows how an image was made', async () => {
    const unknown = vscode.Uri.joinPath(workspaceFolder(), 'unknown.png');
    await vscode.workspace.fs.writeFile(unknown, new Uint8Array([1, 2, 3]));
    assert.equal(await run('reuseSettings', unknown), undefined);
    assert.equal(await run('regenerate', vscode.Uri.joinPath(workspaceFolder(), 'missing.png')), undefined);
  });

  /** A picture with nothing in it but the text of another program. */
  async function savePng(name: string, parameters: string): Promise<vscode.Uri> {
    await setSettings({ 'output.embedSettings': false });
    const [bare] = await (await depict()).generate({ prompt: 'x', provider: 'hf-inference', width: 64, height: 64 });
    assert(bare);
    const pieces = embedInPng(await vscode.workspace.fs.readFile(bare.uri), { parameters, json: '{}' });
    const uri = vscode.Uri.joinPath(workspaceFolder(), name);
    await vscode.workspace.fs.writeFile(uri, joinBytes(...pieces));
    return uri;
  }
});
