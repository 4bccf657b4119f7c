import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import type { GeneratedImage } from '../../src/api.ts';
import type { Picture } from '../../src/core/generate.ts';
import { embedRecord } from '../../src/core/metadata/embedRecord.ts';
import type { HistoryImage } from '../../src/core/history/event.ts';
import { findReturned, followDeletions } from '../../src/editor/history/followDeletions.ts';
import { followRenames } from '../../src/editor/history/followRenames.ts';
import type { History } from '../../src/editor/history/history.ts';
import { resumedOrder } from '../../src/editor/history/historyJob.ts';
import { startDemoApi, type DemoApi } from '../demoApi/demoApi.ts';
import { plainRecord } from '../unit/core/metadata/records.ts';
import { abandonedName } from '../unit/files/abandonedName.ts';
import { pictureOf } from '../unit/files/pictureOf.ts';
import { clearWorkspace, depict, openFile, resetSettings, setSettings, workspaceFolder } from './depict.ts';
import { openWindow, type HistoryWindow } from './historyWindow.ts';
import { noSource, orderFor, runJob } from './jobWindow.ts';

const small = { width: 64, height: 48 } as const;

function picture(name: string): Picture<vscode.Uri> {
  return {
    place: vscode.Uri.file(`/assets/${name}.png`),
    bytes: 5,
    format: 'png',
    record: plainRecord,
    ignored: ['steps'],
  };
}

const names = ({ images }: History): string[] => images.map(({ uri }) => path.posix.basename(uri, '.png'));

describe('the history', () => {
  let temporary = '';
  let folder = '';

  beforeEach(async () => {
    temporary = await mkdtemp(path.join(await realpath(tmpdir()), 'depict-history-'));
    folder = path.join(temporary, 'storage/history');
  });
  afterEach(() => rm(temporary, { recursive: true, force: true }));

  it('outlives its window, with all that was done to the images', async () => {
    const first = openWindow(folder).history;
    const document = vscode.Uri.file('/docs/été.md');
    const [fox, whale, frog] = ['fox', 'whale', 'frog'].map((name) =>
      first.add(picture(name), { document, languageId: 'markdown' }, 'job-1'),
    );
    assert(fox && whale && frog);
    first.setFavourite(fox.id, true);
    first.markDeleted(whale.id);
    first.markMoved(fox.id, vscode.Uri.file('/other/fox.png'));
    first.forget(frog.id);
    assert.deepEqual(names(first), ['whale', 'fox']);
    first.dispose();

    const { history } = openWindow(folder);
    assert.deepEqual(history.images, []);
    await history.refresh();
    assert.deepEqual(history.images, first.images);
    const found = history.find(vscode.Uri.file('/other/fox.png'));
    assert.deepEqual(found, {
      id: fox.id,
      uri: 'file:///other/fox.png',
      bytes: 5,
      format: 'png',
      record: plainRecord,
      ignored: ['steps'],
      group: 'job-1',
      document: document.toString(),
      languageId: 'markdown',
      savedAt: fox.savedAt,
      favourite: true,
      deleted: false,
    });
    assert.equal(history.get(whale.id)?.deleted, true);
    assert.equal(history.find(picture('frog').place), undefined);
  });

  it('shows in each of two windows what the other one does', async () => {
    const [left, right] = [openWindow(folder).history, openWindow(folder).history];
    const { id } = left.add(picture('fox'), noSource, 'a');
    right.add(picture('whale'), noSource, 'b');
    await Promise.all([left.flush(), right.flush()]);
    let changes = 0;
    right.onDidChange(() => (changes += 1));
    await Promise.all([left.refresh(), right.refresh(), right.refresh()]);
    assert.equal(changes, 1);
    assert.deepEqual(names(left).toSorted(), ['fox', 'whale']);
    assert.deepEqual(left.images, right.images);

    for (const on of [true, false]) {
      const [one, other] = on ? [right, left] : [left, right];
      one.setFavourite(id, on);
      await one.flush();
      await other.refresh();
      assert.equal(other.get(id)?.favourite, on);
    }
  });

  it('shows the newest of many before all are read, and tells of many changes once', async () => {
    const first = openWindow(folder).history;
    for (let index = 0; index < 3_000; index += 1) first.add(picture(`p${index}`), noSource, 'a');
    first.dispose();
    const { history } = openWindow(folder);
    const seen: (readonly HistoryImage[])[] = [];
    history.onDidChange(() => seen.push(history.images));
    await history.refresh();
    assert.deepEqual(
      seen.map(([newest]) => newest?.uri),
      ['file:///assets/p2999.png', 'file:///assets/p2999.png'],
    );
    assert.ok((seen[0]?.length ?? 0) < 1_000, String(seen[0]?.length));
    assert.deepEqual(seen[1], first.images);
    for (const { id } of history.images) history.setFavourite(id, true);
    await history.flush();
    assert.equal(seen.length, 3);
  });

  it('takes a picture whose name was free again for the only one at its place', async () => {
    const { history } = openWindow(folder);
    const first = history.add(picture('fox'), noSource, 'a');
    const second = history.add(picture('fox'), noSource, 'b');
    assert.deepEqual([history.get(first.id)?.deleted, history.get(second.id)?.deleted], [true, false]);
    assert.equal(history.find(picture('fox').place)?.id, second.id);

    history.markMoved(first.id, vscode.Uri.file('/other/fox.png'));
    assert.equal(history.get(first.id)?.deleted, false);
    history.markMoved(first.id, picture('fox').place);
    assert.deepEqual([history.get(first.id)?.deleted, history.get(second.id)?.deleted], [false, true]);

    history.markMoved(second.id, picture('fox').place, false);
    assert.deepEqual([history.get(first.id)?.deleted, history.get(second.id)?.deleted], [false, true]);
    history.dispose();
    const next = openWindow(folder).history;
    await next.refresh();
    assert.deepEqual(next.images, history.images);
  });

  it('makes no folder before there is something to keep', async () => {
    const { history } = openWindow(folder);
    await history.refresh();
    history.setFavourite('nobody', true);
    await history.flush();
    history.dispose();
    assert.deepEqual(await readdir(temporary), []);
  });

  it('goes on in memory where it cannot be written, and says so once in the log', async () => {
    await writeFile(path.join(temporary, 'storage'), 'a file');
    const { history, warnings } = openWindow(folder);
    const { id } = history.add(picture('fox'), noSource, 'a');
    history.setFavourite(id, true);
    await history.flush();
    await history.refresh();
    assert.equal(history.get(id)?.favourite, true);
    assert.equal(warnings.length, 1);
    history.dispose();
  });

  describe('of a job', () => {
    const asked = { prompt: 'a red fox', seed: '18446744073709551615', count: 2 };

    it('tells which were interrupted, until somebody has dealt with them', async () => {
      const killed = openWindow(folder);
      for (const id of ['cut', 'done']) killed.history.jobStarted({ id, startedAt: 1, asked });
      killed.history.jobEnded('done');
      const running = openWindow(folder).history;
      running.jobStarted({ id: 'running', startedAt: 2, asked });
      await Promise.all([killed.kill(), running.flush()]);

      const next = openWindow(folder).history;
      await next.refresh();
      assert.deepEqual(next.interrupted, [{ id: 'cut', startedAt: 1, asked, accepted: [], isOwn: false }]);
      next.jobEnded('cut');
      assert.deepEqual(next.interrupted, []);
      await next.flush();
      await running.refresh();
      assert.deepEqual(running.interrupted, []);
    });

    it('takes those for interrupted that were running when their window was closed', async () => {
      const closing = openWindow(folder);
      closing.history.jobStarted({ id: 'cut', startedAt: 1, asked });
      closing.history.dispose();
      closing.history.jobEnded('cut');
      closing.history.add(picture('late'), noSource, 'cut');
      await closing.kill();
      const { history } = openWindow(folder);
      await history.refresh();
      assert.deepEqual(
        history.interrupted.map(({ id }) => id),
        ['cut'],
      );
      assert.deepEqual(names(history), ['late']);
    });
  });

  describe('in use', () => {
    let service: DemoApi;

    before(async () => {
      service = await startDemoApi();
    });
    after(() => service.close());
    beforeEach(async () => {
      service.reset();
      await setSettings({ hubUrl: service.url, routerUrl: service.url, provider: 'hf-inference' });
    });
    afterEach(async () => {
      await resetSettings();
      await clearWorkspace();
    });

    it('still lists an image whose file is gone, with its link', async () => {
      const api = await depict();
      const [image] = await api.generate({ prompt: 'a red fox', seed: 7, ...small });
      assert(image);
      await vscode.workspace.fs.delete(image.uri);
      assert.deepEqual((await api.recent(1)).map(plain), [plain(image)]);
    });

    it('follows images and documents that are renamed', async () => {
      const api = await depict();
      const { document } = await openFile('docs/page.md', 'A red fox.\n');
      const [image] = await api.generate({ prompt: 'A red fox', ...small }, { document: document.uri });
      assert.equal(image?.link, '![A red fox](../assets/a-red-fox.png)');
      const moved = { assets: 'pictures/new ones', docs: 'texts/deep' };
      for (const [from, to] of Object.entries(moved)) {
        const edit = new vscode.WorkspaceEdit();
        edit.renameFile(at(from), at(to));
        await vscode.workspace.applyEdit(edit);
      }
      await until(
        async () => (await api.recent(1))[0]?.link === '![A red fox](<../../pictures/new ones/a-red-fox.png>)',
      );
      assert.equal((await api.recent(1))[0]?.uri.toString(), at('pictures/new ones/a-red-fox.png').toString());
    });

    describe('when files are deleted in VS Code', () => {
      let window: HistoryWindow;
      let following: vscode.Disposable;
      const file = at('pictures/fox.png');
      const bytes = Buffer.from('a fox');
      const edit = async (change: (edit: vscode.WorkspaceEdit) => void): Promise<void> => {
        const made = new vscode.WorkspaceEdit();
        change(made);
        assert(await vscode.workspace.applyEdit(made));
      };
      const isDeleted = (id: string): boolean | undefined => window.history.get(id)?.deleted;

      beforeEach(async () => {
        window = openWindow(folder);
        following = vscode.Disposable.from(followDeletions(window.history), followRenames(window.history));
        await vscode.workspace.fs.writeFile(file, bytes);
      });
      afterEach(() => following.dispose());

      const add = (): HistoryImage =>
        window.history.add({ ...picture('fox'), place: file, bytes: bytes.length }, noSource, 'a');

      it('marks them, and takes that back only for the same file', async () => {
        const { id } = add();
        await edit((one) => one.deleteFile(at('pictures'), { recursive: true }));
        await until(() => Promise.resolve(isDeleted(id) === true));

        await edit((one) => one.createFile(file, { contents: Buffer.from('another picture') }));
        await edit((one) => one.deleteFile(file));
        await edit((one) => one.createFile(at('pictures/other.png'), { contents: bytes }));
        assert.equal(isDeleted(id), true);
        await edit((one) => one.createFile(file, { contents: bytes }));
        await until(() => Promise.resolve(isDeleted(id) === false));
      });

      it('takes it back when something else than VS Code brings them back, seen or not', async () => {
        const { id } = add();
        const disk = file.fsPath;
        await edit((one) => one.deleteFile(file));
        await until(() => Promise.resolve(isDeleted(id) === true));
        await writeFile(disk, bytes);
        await until(() => Promise.resolve(isDeleted(id) === false));

        await edit((one) => one.deleteFile(file));
        await until(() => Promise.resolve(isDeleted(id) === true));
        following.dispose();
        await writeFile(disk, 'another picture');
        await findReturned(window.history);
        assert.equal(isDeleted(id), true);
        await writeFile(disk, bytes);
        await findReturned(window.history);
        assert.equal(isDeleted(id), false);
      });

      it('leaves them deleted when their folder is renamed, beside a new one of that name', async () => {
        const old = add();
        await edit((one) => one.deleteFile(file));
        await until(() => Promise.resolve(isDeleted(old.id) === true));
        await vscode.workspace.fs.writeFile(file, bytes);
        const young = add();
        await edit((one) => one.renameFile(at('pictures'), at('photos')));
        const moved = at('photos/fox.png').toString();
        await until(() => Promise.resolve(window.history.images.every(({ uri }) => uri === moved)));
        assert.deepEqual([isDeleted(old.id), isDeleted(young.id)], [true, false]);
      });
    });

    it('finds a picture that a killed window was saving, also in a folder that is not used any more', async () => {
      const killed = openWindow(folder);
      const lost = at('2026-01-02').fsPath;
      const bytes = Buffer.concat(embedRecord(pictureOf(500, 7), 'png', plainRecord));
      const document = at('docs/page.md').toString();
      killed.history.jobStarted({ id: 'cut', startedAt: 1, asked: { prompt: plainRecord.prompt }, document });
      await killed.history.jobSaving('cut', lost);
      await mkdir(lost);
      await writeFile(path.join(lost, abandonedName('lighthouse.png', bytes.length)), bytes);
      await mkdir(at('2026-01-03').fsPath, { recursive: true });
      await writeFile(path.join(at('2026-01-03').fsPath, abandonedName('unknown.png', bytes.length)), bytes);
      await killed.kill();

      const dismissing = openWindow(folder);
      await dismissing.history.refresh();
      dismissing.history.jobEnded('cut');
      await dismissing.kill();

      const { history } = openWindow(folder);
      const result = await runJob(history, { prompt: 'a red fox', folder: '2026-01-03', ...small });
      assert.equal(result.error, undefined);
      const found = vscode.Uri.file(path.join(lost, 'lighthouse.png'));
      const unknown = at('2026-01-03/unknown.png');
      assert.deepEqual(new Set(result.recovered?.map(String)), new Set([found.toString(), unknown.toString()]));
      assert.equal(history.find(unknown), undefined);
      const listed = history.find(found);
      assert.deepEqual([listed?.record, listed?.group, listed?.document], [plainRecord, 'cut', document]);
      assert.deepEqual(history.cutSaves, []);
      assert.deepEqual(await readdir(lost), ['lighthouse.png']);
    });

    it('remembers what a picture took, where the service tells', async () => {
      const window = openWindow(folder);
      await runJob(window.history, { prompt: 'a red fox', ...small });
      await window.history.flush();
      const { history } = openWindow(folder);
      await history.refresh();
      const seconds = history.images[0]?.cost?.computeSeconds;
      assert.ok(seconds !== undefined && seconds >= 0, String(seconds));
    });

    it('knows all of a job that was interrupted, so that it can be done again', async () => {
      service.setFaults([{ on: 'POST *', nth: 2, fault: 'silent' }]);
      await setSettings({ 'parameters.steps': 3, maxConcurrentJobs: 1 });
      const window = openWindow(folder);
      const controller = new AbortController();
      const source = { document: at('docs/page.md'), languageId: 'markdown' };
      const request = { prompt: 'a red fox', seed: 7, folder: './img', ...small };
      const pending = runJob(window.history, { ...request, count: 2 }, source, controller.signal);
      await service.received(2);
      await window.kill();

      const { history } = openWindow(folder);
      await history.refresh();
      const [cut] = history.interrupted;
      assert(cut);
      assert.deepEqual(
        { ...cut.asked, model: '' },
        {
          ...request,
          images: ['7', '8'].map((seed) => ({ prompt: 'a red fox', seed })),
          seed: '7',
          steps: 3,
          model: '',
          provider: 'hf-inference',
          fileName: '${slug}',
        },
      );
      assert.deepEqual([cut.document, cut.languageId], [source.document.toString(), 'markdown']);
      // Image 1 was made: only the other one is left to do.
      const left = resumedOrder(cut, history.images, orderFor);
      assert.deepEqual(
        left?.requests.map(({ parameters }) => parameters.seed),
        ['8'],
      );
      assert.deepEqual(
        history.images.map(({ group }) => group),
        [cut.id],
      );
      assert.deepEqual(
        history.cutSaves.map(({ folder }) => folder),
        [at('docs/img').fsPath],
      );

      controller.abort();
      assert.equal((await pending).images.length, 1);
      assert.deepEqual([left?.pattern.folder.value, left?.requests[0].parameters.steps], ['./img', 3]);
    });
  });
});

function at(name: string): vscode.Uri {
  return vscode.Uri.joinPath(workspaceFolder(), name);
}

/** Without what the editor adds to a Uri when it is used. */
function plain({ uri, ...rest }: GeneratedImage): unknown {
  return { ...rest, uri: uri.toString() };
}

/** For what happens in its own time; the test's time limit ends it. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20));
}
