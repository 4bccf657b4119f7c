import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, statSync } from 'node:fs';
import { link, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { recoverSaves } from '../../../src/files/recoverSaves.ts';
import { nameUnfinished } from '../../../src/files/unfinishedFile.ts';
import { randomNumbers } from '../fixtures/randomNumbers.ts';
import { abandonedName } from './abandonedName.ts';
import { numberIn, pictureOf } from './pictureOf.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const picture = pictureOf(500, 7);

describe('recoverSaves', () => {
  const folder = temporaryFolder();
  const put = async (name: string, bytes: Buffer): Promise<string> => {
    await writeFile(path.join(folder(), name), bytes);
    return path.join(folder(), name);
  };
  const names = async (): Promise<string[]> => (await readdir(folder())).toSorted();

  it('gives a whole picture its name', async () => {
    await put(abandonedName('a.png', picture.length), picture);
    assert.deepEqual(await recoverSaves(folder(), []), [{ file: path.join(folder(), 'a.png'), writer: undefined }]);
    assert.ok((await readFile(path.join(folder(), 'a.png'))).equals(picture));
    assert.deepEqual(await names(), ['a.png']);
  });

  it('overwrites nothing', async () => {
    await put('a.b.png', Buffer.from('mine'));
    await put(abandonedName('a.b.png', picture.length), picture);
    await put(abandonedName('a.b.png', picture.length), picture);
    assert.equal((await recoverSaves(folder(), [])).length, 2);
    assert.deepEqual(await names(), ['a.b-1.png', 'a.b-2.png', 'a.b.png']);
    assert.equal(await readFile(path.join(folder(), 'a.b.png'), 'utf8'), 'mine');
  });

  it('clears away what was cut, what is no picture, and what has its name already', async () => {
    await put(abandonedName('cut.png', picture.length), picture.subarray(0, -1));
    await put(abandonedName('tail.png', picture.length + 3), Buffer.concat([picture, Buffer.from('ab')]));
    await put(abandonedName('zeros.png', picture.length), Buffer.alloc(picture.length));
    const named = await put(abandonedName('a.png', picture.length), picture);
    await link(named, path.join(folder(), 'a.png'));
    assert.deepEqual(await recoverSaves(folder(), []), []);
    assert.deepEqual(await names(), ['a.png']);
  });

  it('leaves alone what a running program writes, and what is not its own', async () => {
    const mine = nameUnfinished('a.png', picture.length);
    const elsewhere = mine.replace(/[0-9a-f]{8}-\d+-/, '00000000-1-');
    for (const name of [mine, elsewhere, '.gitignore', 'b.png']) await put(name, picture);
    assert.deepEqual(await recoverSaves(folder(), []), []);
    assert.deepEqual(await names(), [mine, elsewhere, '.gitignore', 'b.png'].toSorted());
  });

  const elsewhere = '00000000-1-m3k9x2';
  const nameFrom = (writer: string): string =>
    nameUnfinished('a.png', picture.length).replace(/[0-9a-f]{8}-\d+-[0-9a-z]+-/, `${writer}-`);
  const putLongAgo = async (name: string): Promise<void> => {
    const longAgo = new Date(Date.now() - 61 * 60 * 1000);
    await utimes(await put(name, picture), longAgo, longAgo);
  };

  it('takes up what nobody has touched for an hour, and says whose it was', async () => {
    await putLongAgo(nameFrom(elsewhere));
    const writers = ['00000001-1-m3k9x2-90ab12cd', `${elsewhere}-90ab12cd`];
    assert.deepEqual(await recoverSaves(folder(), writers), [
      { file: path.join(folder(), 'a.png'), writer: writers[1] },
    ]);
  });

  it('leaves alone what came from elsewhere and what nobody here was saving, however old it is', async () => {
    const name = nameFrom(elsewhere);
    await putLongAgo(name);
    for (const writers of [[], [`00000000-1-m3k9x-90ab12cd`, `00000000-11-m3k9x2-90ab12cd`]]) {
      assert.deepEqual(await recoverSaves(folder(), writers), []);
    }
    assert.deepEqual(await names(), [name]);
  });

  it('finds nothing in a folder that is not there', async () => {
    assert.deepEqual(await recoverSaves(path.join(folder(), 'missing'), []), []);
  });

  it('makes one picture of one, when many look at once', async () => {
    for (let index = 0; index < 5; index += 1) {
      await put(abandonedName('a.png', picture.length), pictureOf(500, index));
    }
    const found = await Promise.all(Array.from({ length: 8 }, () => recoverSaves(folder(), [])));
    assert.equal(found.flat().length, 5);
    const kept = await Promise.all((await names()).map((name) => readFile(path.join(folder(), name))));
    assert.deepEqual(new Set(kept.map(numberIn)), new Set([0, 1, 2, 3, 4]));
  });
});

describe('saving by several programs', function () {
  this.timeout(60_000);
  const folder = temporaryFolder();
  let programs = '';

  before(async () => {
    programs = await mkdtemp(path.join(tmpdir(), 'depict-saver-'));
    const outfile = path.join(programs, 'saver.js');
    await build({ entryPoints: ['test/unit/files/saver.ts'], bundle: true, platform: 'node', outfile });
  });
  after(() => rm(programs, { recursive: true, force: true }));

  interface Saver {
    readonly process: ChildProcess;
    readonly ended: Promise<unknown>;
    /** Paths that it says it has saved. */
    readonly told: () => readonly string[];
  }

  function startSaver(bytes: number, count: number): Saver {
    const args = [path.join(programs, 'saver.js'), folder(), String(bytes), String(count)];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (text: Buffer) => {
      output += text.toString();
    });
    return { process: child, ended: once(child, 'close'), told: () => output.split('\n').slice(0, -1) };
  }

  /** The number in each picture by name, after making sure that every one is whole. */
  async function wholePictures(): Promise<Map<string, number>> {
    const found = new Map<string, number>();
    for (const name of await readdir(folder())) {
      if (name.startsWith('.')) continue;
      const number = numberIn(await readFile(path.join(folder(), name)));
      assert.ok(number !== undefined, `${name} is not whole`);
      found.set(path.join(folder(), name), number);
    }
    return found;
  }

  it('loses nothing and overwrites nothing when they race for the same names', async () => {
    const savers = [1, 2, 3].map(() => startSaver(20_000, 15));
    await Promise.all(savers.map((saver) => saver.ended));
    const told = savers.flatMap((saver) => saver.told());
    assert.equal(told.length, 45);
    const found = await wholePictures();
    assert.deepEqual([...found.keys()].toSorted(), told.toSorted());
    assert.equal(new Set(found.values()).size, 45);
    assert.equal((await readdir(folder())).length, 45);
  });

  it('does not give a name to what the system would not take whole', async function () {
    if (process.platform === 'win32') this.skip(); // has no such limit to set
    const command = 'ulimit -f 100; exec "$0" "$@"';
    const args = [process.execPath, path.join(programs, 'saver.js'), folder(), '3000000', '1'];
    const child = spawn('sh', ['-c', command, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
    let errors = '';
    child.stderr.on('data', (text: Buffer) => {
      errors += text.toString();
    });
    assert.deepEqual(await once(child, 'close'), [1, null]);
    assert.match(errors, /EFBIG/);
    assert.deepEqual(await readdir(folder()), []);
  });

  const bytes = 4_000_000;

  /** Kills when so much of a picture has been written; the last byte may be followed by any of the steps behind it. */
  function killAt(child: ChildProcess, written: number): void {
    const deadline = performance.now() + 2000;
    while (performance.now() < deadline) {
      for (const name of readdirSync(folder())) {
        if (!name.startsWith('.')) continue;
        const size = statSync(path.join(folder(), name), { throwIfNoEntry: false })?.size ?? -1;
        if (size < written) continue;
        child.kill('SIGKILL');
        return;
      }
    }
    child.kill('SIGKILL');
  }

  it('leaves no half picture and loses no whole one when they are killed', async () => {
    const random = randomNumbers(process.pid);
    for (let round = 0; round < 4; round += 1) {
      const saver = startSaver(bytes, 1000);
      await once(saver.process.stdout ?? assert.fail(), 'data');
      killAt(saver.process, Math.floor(random() * (bytes + 1)));
      await saver.ended;

      const before = await wholePictures();
      for (const file of saver.told()) assert.ok(before.has(file), `${file} was told but is not there`);
      const left = (await readdir(folder())).filter((name) => name.startsWith('.'));
      const states = await Promise.all(left.map((name) => stat(path.join(folder(), name))));
      const whole = states.filter((state) => state.size === bytes && state.nlink === 1);

      const found = await recoverSaves(folder(), []);
      assert.equal(found.length, whole.length);
      assert.deepEqual(
        (await readdir(folder())).filter((name) => name.startsWith('.')),
        [],
      );
      const after = await wholePictures();
      assert.equal(after.size, before.size + found.length);
      assert.equal(new Set(after.values()).size, after.size);
      await Promise.all([...after.keys()].map((file) => rm(file)));
    }
  });
});
