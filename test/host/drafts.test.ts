// Drafts in a real VS Code: no token is asked for and nobody is called, though every address leads nowhere.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { GeneratedImage } from '../../src/api.ts';
import { inspectImage } from '../../src/core/image/inspectImage.ts';
import { isDraftImage } from '../../src/editor/images/isDraftImage.ts';
import { isDraftFile } from '../../src/files/isDraftFile.ts';
import { startDemoApi, type DemoApi } from '../demoApi/demoApi.ts';
import { clearWorkspace, depict, failureOf, openFile, resetSettings, select, setSettings } from './depict.ts';
import { memoryFileSystem } from './memoryFileSystem.ts';
import { person } from './person.ts';
import { until } from './until.ts';

const run = <T>(command: string, ...args: readonly unknown[]): Thenable<T> =>
  vscode.commands.executeCommand<T>(`depict.${command}`, ...args);
const size = { width: 640, height: 360 } as const;

describe('drafts', () => {
  /** Refuses everything without a token. */
  let service: DemoApi;

  before(async () => {
    service = await startDemoApi({ requireToken: true });
  });
  after(() => service.close());
  beforeEach(() => setSettings({ hubUrl: service.url, routerUrl: service.url, provider: 'hf-inference' }));
  afterEach(async () => {
    await resetSettings();
    await clearWorkspace();
    service.reset();
  });

  it('are made by the command, of the size that is asked for, and all about them is told', async () => {
    const [image] = await run<GeneratedImage[]>('generate', {
      prompt: 'A red fox',
      provider: 'draft',
      ...size,
      steps: 4,
    });
    assert(image);
    assert.match(image.uri.path, /\/assets\/a-red-fox\.png$/);
    assert.equal(image.link, '![A red fox](assets/a-red-fox.png)');
    assert.deepEqual([image.provider, image.width, image.height, image.format], ['draft', 640, 360, 'png']);
    assert.deepEqual(image.ignored, []);
    assert.match(image.seed ?? '', /^\d+$/);
    assert.match(image.note ?? '', /draft/);
    const bytes = await vscode.workspace.fs.readFile(image.uri);
    assert.equal(bytes.length, image.bytes);
    assert.deepEqual(inspectImage(bytes), { ok: true, format: 'png', size });
    assert.deepEqual(service.requests, []);
  });

  it('are written in other letters than those of the Latin alphabet', async () => {
    const api = await depict();
    const prompts = ['Маяк на закате', 'Φάρος', 'Ngọn hải đăng', '灯台'];
    const images = await Promise.all(prompts.map((prompt) => api.generate({ prompt, provider: 'draft', ...size })));
    assert.deepEqual(
      images.flat().map(({ prompt }) => prompt),
      prompts,
    );
  });

  it('are what the setting says, also where there is a server of the user’s own', async () => {
    await setSettings({ provider: 'draft', 'endpoint.url': service.url, 'endpoint.api': 'openai' });
    const editor = await openFile('page.md', 'A quiet harbour at dawn.\n');
    select(editor, 'A quiet harbour at dawn.');
    const [image] = await run<GeneratedImage[]>('generateFromSelection');
    assert.deepEqual([image?.provider, image?.width, image?.height], ['draft', 1024, 1024]);
    assert.match(editor.document.getText(), /dawn\.\n\n!\[A quiet harbour at dawn\.\]\(assets\/[^)]+\)/);
    assert.deepEqual(service.requests, []);
  });

  it('are offered where a token is missing, and the same job goes on with them at its place', async () => {
    const editor = await openFile('page.md', 'A quiet harbour at dawn.\n\nMore.\n');
    select(editor, 'A quiet harbour at dawn.');
    const somebody = person({ button: 'Try It Offline' });
    try {
      await run('generateFromSelection');
      const { buttons } = await somebody.message();
      assert.deepEqual([buttons[0], buttons.at(-1)], ['Set Token…', 'Try It Offline']);
      await until(() => /dawn\.\n\n!\[[^\]]+\]\(assets\/[^)]+\.png\)\n\nMore/.test(editor.document.getText()));
      await somebody.message(2);
    } finally {
      somebody.leave();
    }
    const [latest] = await (await depict()).recent(1);
    assert.deepEqual([latest?.provider, latest?.prompt], ['draft', 'A quiet harbour at dawn.']);
  });

  it('are made again as real pictures, by whom the settings say', async () => {
    const [draft] = await run<GeneratedImage[]>('generate', { prompt: 'A red fox', provider: 'draft', ...size });
    assert(draft);
    const somebody = person();
    try {
      for (const command of ['regenerate', 'variations']) {
        service.reset();
        await run(command, draft.uri);
        const posted = service.requests.filter(({ method }) => method === 'POST');
        assert.ok(posted.length > 0 && posted.every(({ body }) => body.includes('A red fox')), command);
      }
    } finally {
      somebody.leave();
    }
    const settings = await run<Readonly<Record<string, unknown>>>('reuseSettings', draft.uri);
    assert.deepEqual(settings, { prompt: 'A red fox', model: draft.model, ...size, seed: draft.seed });
    assert.match(await run<string>('copyAsCode', draft.uri, 'python'), /provider="hf-inference"/);
  });

  it('know that they are drafts, on the disk and in other file systems, with settings in them or not', async () => {
    await setSettings({ 'output.embedSettings': false });
    const [draft] = await run<GeneratedImage[]>('generate', { prompt: 'A red fox', provider: 'draft', ...size });
    assert(draft);
    assert.equal(await isDraftImage(draft.uri, { isDraftFile }), true);
    const memory = memoryFileSystem('draft-memory');
    const copy = memory.put('/copy.png', await vscode.workspace.fs.readFile(draft.uri));
    const other = memory.put('/other.png', new Uint8Array([0x89, 0x50]));
    const missing = vscode.Uri.joinPath(memory.root, 'missing.png');
    // No draft is that long, and nobody waits for it to be brought over a network.
    const long = new Uint8Array(4_000_001);
    long.set(memory.read('/copy.png') ?? []);
    const files = [copy, other, missing, memory.put('/long.png', long)];
    const answers = await Promise.all(files.map((uri) => isDraftImage(uri, { isDraftFile })));
    memory.dispose();
    assert.deepEqual(answers, [true, false, false, false]);
  });

  it('tell an unknown provider that there are drafts', async () => {
    const failure = await failureOf((await depict()).generate({ prompt: 'x', provider: 'sketch' }));
    assert(failure.kind === 'invalidRequest' && failure.problem.type === 'unknownProvider');
    assert.ok(failure.problem.known.includes('draft'));
  });
});
