import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';
import type { GeneratedImage } from '../../src/api.ts';
import { inspectImage } from '../../src/core/image/inspectImage.ts';
import { startDemoApi, type DemoApi } from '../demoApi/demoApi.ts';
import {
  clearWorkspace,
  depict,
  exists,
  failureOf,
  openFile,
  resetSettings,
  select,
  setSettings,
  workspaceFolder,
} from './depict.ts';

const small = { width: 64, height: 48 } as const;

describe('the exported API', () => {
  let service: DemoApi;

  before(async () => {
    service = await startDemoApi({ loadingSeconds: 0.2 });
  });
  const settings = (): Readonly<Record<string, unknown>> => ({
    hubUrl: service.url,
    routerUrl: service.url,
    provider: 'hf-inference',
  });
  after(async () => {
    await service.close();
    await resetSettings();
  });
  beforeEach(async () => {
    service.reset();
    await setSettings(settings());
  });
  afterEach(async () => {
    await resetSettings(settings());
    await clearWorkspace();
  });

  it('makes a file in the assets folder and tells all about it', async () => {
    const api = await depict();
    const [image] = await api.generate({ prompt: 'A red fox in the snow. Second sentence.', seed: 7, ...small });
    assert(image);
    assert.equal(
      image.uri.path,
      vscode.Uri.joinPath(workspaceFolder(), 'assets/a-red-fox-in-the-snow-second-sentence.png').path,
    );
    assert.equal(image.alt, 'A red fox in the snow.');
    assert.equal(image.link, '![A red fox in the snow.](assets/a-red-fox-in-the-snow-second-sentence.png)');
    assert.deepEqual([image.seed, image.width, image.height, image.format], ['7', 64, 48, 'png']);
    assert.equal(image.provider, 'hf-inference');
    const bytes = await vscode.workspace.fs.readFile(image.uri);
    assert.equal(bytes.length, image.bytes);
    assert.deepEqual(inspectImage(bytes), { ok: true, format: 'png', size: small });
    assert.equal((await api.recent(1))[0]?.uri.toString(), image.uri.toString());
  });

  it('asks the Hub who serves the model when the provider is auto', async () => {
    await setSettings({ provider: 'auto' });
    const [image] = await (await depict()).generate({ prompt: 'a cat', ...small });
    assert.equal(image?.provider, 'hf-inference');
    const failure = await failureOf((await depict()).generate({ prompt: 'a cat', model: 'nobody/nothing' }));
    assert.equal(failure.kind, 'modelMissing');
  });

  it('picks a seed where nobody set one, sends it and tells it', async () => {
    const [image] = await (await depict()).generate({ prompt: 'a cat', ...small });
    const sent = service.requests.find(({ method }) => method === 'POST');
    assert.match(image?.seed ?? '', /^\d{1,10}$/);
    assert.equal(JSON.parse(sent?.body ?? '{}').parameters.seed, Number(image?.seed));
  });

  it('never overwrites: a taken name is counted up', async () => {
    const api = await depict();
    const names: string[] = [];
    for (let i = 0; i < 3; i += 1) {
      const [image] = await api.generate({ prompt: 'a cat', ...small });
      names.push(path.posix.basename(image?.uri.path ?? ''));
    }
    assert.deepEqual(names, ['a-cat.png', 'a-cat-1.png', 'a-cat-2.png']);
  });

  it('counts the seed up for several images', async () => {
    const images = await (
      await depict()
    ).generate({ prompt: 'a cat', seed: '18446744073709551615', count: 3, ...small });
    assert.deepEqual(
      images.map(({ seed }) => seed),
      ['18446744073709551615', '0', '1'],
    );
    assert.equal(new Set(images.map(({ uri }) => uri.toString())).size, 3);
  });

  it('lets an argument win over a setting, and null mean unset', async () => {
    await setSettings({ 'parameters.steps': 3, 'parameters.guidanceScale': 2 });
    await (await depict()).generate({ prompt: 'a cat', steps: 4, guidanceScale: null, scheduler: null, ...small });
    const sent = JSON.parse(service.requests.find(({ method }) => method === 'POST')?.body ?? '{}');
    assert.equal(sent.parameters.num_inference_steps, 4);
    assert.equal(sent.parameters.guidance_scale, 2);
    assert.ok(!('scheduler' in sent.parameters));
  });

  it('writes a link relative to the document, where it was told to', async () => {
    const editor = await openFile('docs/guide/page.md', '# Title\n\nA quiet harbour.\n\nEnd\n');
    select(editor, 'A quiet harbour.');
    const [image] = await (
      await depict()
    ).generate({ prompt: 'A quiet harbour.', ...small }, { document: editor.document.uri, insert: 'below' });
    assert.equal(image?.link, '![A quiet harbour.](../../assets/a-quiet-harbour.png)');
    assert.equal(editor.document.getText(), `# Title\n\nA quiet harbour.\n\n${image?.link}\n\nEnd\n`);
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), '# Title\n\nA quiet harbour.\n\nEnd\n');
    assert(image && (await exists(image.uri)));
  });

  it('writes HTML into HTML', async () => {
    const editor = await openFile('index.html', '<main>\n  <p>A "quiet" harbour</p>\n</main>\n');
    select(editor, 'A "quiet" harbour');
    await (
      await depict()
    ).generate({ prompt: 'A "quiet" harbour', ...small }, { document: editor.document.uri, insert: 'below' });
    assert.match(
      editor.document.getText(),
      /<img src="assets\/a-quiet-harbour\.png" alt="A &quot;quiet&quot; harbour" width="64" height="48">/,
    );
  });

  it('edits no document of a language without a link syntax', async () => {
    const editor = await openFile('notes.py', '# A quiet harbour\n');
    const images = await (
      await depict()
    ).generate({ prompt: 'A quiet harbour', ...small }, { document: editor.document.uri, insert: 'below' });
    assert.equal(images.length, 1);
    assert.equal(editor.document.getText(), '# A quiet harbour\n');
  });

  it('can be called as a command, which resolves with undefined when cancelled', async () => {
    const images = await vscode.commands.executeCommand<GeneratedImage[]>('depict.generate', {
      prompt: 'a cat',
      ...small,
    });
    assert.equal(images.length, 1);
    service.setFaults([{ on: 'POST *', fault: 'silent' }]);
    const controller = new AbortController();
    const pending = vscode.commands.executeCommand('depict.generate', { prompt: 'a dog', signal: controller.signal });
    await service.received(2);
    controller.abort();
    assert.equal(await pending, undefined);
    assert.equal(await service.requests.at(-1)?.finished, 'brokenOff');
  });

  describe('refuses before anything is sent', () => {
    for (const [name, request, type] of [
      ['an empty prompt', { prompt: '  ' }, 'emptyPrompt'],
      ['a prompt of 100,000 characters', { prompt: 'a'.repeat(100_000) }, 'promptTooLong'],
      ['no prompt', {}, 'wrongType'],
      ['an absurd width', { prompt: 'a', width: 1e12 }, 'outOfRange'],
      ['a width that is a text', { prompt: 'a', width: '64' }, 'wrongType'],
      ['a count of 33', { prompt: 'a', count: 33 }, 'outOfRange'],
      ['a model that is no id', { prompt: 'a', model: '../../etc/passwd' }, 'badModelId'],
      ['a provider that nobody knows', { prompt: 'a', provider: 'nobody' }, 'unknownProvider'],
      ['a folder outside', { prompt: 'a', folder: '../../outside' }, 'outsideWorkspace'],
      ['a variable that nobody knows', { prompt: 'a', fileName: '${nothing}' }, 'unknownVariable'],
      ['a prompt that is a list', { prompt: ['a'] }, 'wrongType'],
    ] as const) {
      it(name, async () => {
        const failure = await failureOf((await depict()).generate(request as never));
        assert.equal(failure.kind === 'invalidRequest' && failure.problem.type, type);
        assert.equal(service.requests.filter(({ method }) => method === 'POST').length, 0);
      });
    }

    it('a link template that cannot be used, which would cost a picture each time', async () => {
      await setSettings({ 'link.template': '![${title}](${path})' });
      const failure = await failureOf((await depict()).generate({ prompt: 'a cat' }));
      assert.equal(failure.kind === 'invalidRequest' && failure.problem.type, 'unknownVariable');
      assert.equal(service.requests.length, 0);
    });

    it('a signal of another process, which could never cancel', async () => {
      const failure = await failureOf((await depict()).generate({ prompt: 'a cat' }, { signal: {} as AbortSignal }));
      assert.equal(failure.kind === 'invalidRequest' && failure.problem.type, 'wrongType');
    });

    it('an assets folder that is a file', async () => {
      await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(workspaceFolder(), 'assets'), new Uint8Array());
      const failure = await failureOf((await depict()).generate({ prompt: 'a cat' }));
      assert.equal(failure.kind === 'notSaved' && failure.problem, 'folderIsFile');
      assert.equal(service.requests.length, 0);
    });

    for (const [key, value] of [
      ['model', 5],
      ['parameters.width', 'wide'],
      ['output.folder', null],
      ['request.timeoutSeconds', 'long'],
      ['link.siteRoots', 'static'],
      ['endpoint.url', {}],
    ] as const) {
      it(`the setting ${key} of the wrong type, by its name`, async () => {
        await setSettings({ [key]: value });
        const failure = await failureOf((await depict()).generate({ prompt: 'a cat' }));
        assert(failure.kind === 'invalidRequest' && 'name' in failure.problem, failure.kind);
        assert.equal(failure.problem.name, `depict.${key}`);
      });
    }
  });

  it('tells in a note that a read-only document could not take the link', async () => {
    const provider = { provideTextDocumentContent: () => 'A red fox.\n' };
    const registration = vscode.workspace.registerTextDocumentContentProvider('depict-test', provider);
    try {
      const [image] = await (
        await depict()
      ).generate(
        { prompt: 'A red fox', ...small },
        { document: vscode.Uri.parse('depict-test:/generated.md'), insert: 'below' },
      );
      assert.match(image?.note ?? '', /link could not be written/);
      assert.equal(image?.link, '![A red fox](assets/a-red-fox.png)');
      assert.ok(await exists(image.uri));
    } finally {
      registration.dispose();
    }
  });

  it('gives back every picture that arrived when none can be saved', async () => {
    service.setFaults([{ on: 'POST *', fault: 'blackPng' }]);
    const failure = await failureOf((await depict()).generate({ prompt: 'a cat', count: 2, ...small }));
    assert.equal(failure.kind, 'refused');
    assert.equal(failure.receivedImages?.length, 2);
  });

  it('takes null for unset everywhere', async () => {
    const api = await depict();
    const nothing = { model: null, provider: null, count: null, folder: null, fileName: null, negativePrompt: null };
    const images = await api.generate({ prompt: 'a cat', ...nothing, ...small }, null);
    assert.equal(images.length, 1);
    assert.ok((await api.recent(null)).length > 0);
  });

  it('never leaves the workspace by a file name', async () => {
    const [image] = await (await depict()).generate({ prompt: 'a cat', fileName: '../../../escape', ...small });
    assert.equal(image?.uri.path, vscode.Uri.joinPath(workspaceFolder(), 'assets/escape.png').path);
  });

  it('keeps the images that were made before one failed', async () => {
    await setSettings({ maxConcurrentJobs: 1 });
    service.setFaults([{ on: 'POST *', nth: 2, fault: 'badRequest' }]);
    const failure = await failureOf((await depict()).generate({ prompt: 'a cat', count: 3, ...small }));
    assert.equal(failure.kind, 'invalidRequest');
    assert.equal(failure.images?.length, 1);
    assert(failure.images?.[0] && (await exists(failure.images[0].uri)));
  });

  it('keeps a black picture in the failure instead of on disk', async () => {
    service.setFaults([{ on: 'POST *', fault: 'blackJpeg' }]);
    const failure = await failureOf((await depict()).generate({ prompt: 'a cat', ...small }));
    assert(failure.kind === 'refused' && failure.received);
    assert.equal(failure.received.format, 'jpeg');
    assert.ok(!(await exists(vscode.Uri.joinPath(workspaceFolder(), 'assets'))));
  });
});
