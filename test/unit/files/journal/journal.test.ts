import assert from 'node:assert/strict';
import { chmod, mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { openJournal, type Journal } from '../../../../src/files/journal/openJournal.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { deadWriter } from './deadWriter.ts';

const dayMs = 24 * 60 * 60 * 1000;

describe('a journal', () => {
  const temporary = temporaryFolder();
  const folder = (): string => path.join(temporary(), 'not/there/yet');
  const put = async (name: string, text: string): Promise<string> => {
    await mkdir(folder(), { recursive: true });
    await writeFile(path.join(folder(), name), text);
    return path.join(folder(), name);
  };
  const linesOf = async (journal: Journal): Promise<readonly string[]> => {
    const slices: (readonly string[])[] = [];
    await journal.readNew((lines) => slices.push(lines));
    return slices.flat();
  };
  const event = (id: string): string => `{"id":"${id}"}`;

  it('makes nothing before there is something to write', async () => {
    const journal = openJournal(folder());
    assert.deepEqual(await linesOf(journal), []);
    await journal.merge();
    await journal.flush();
    journal.close();
    assert.deepEqual(await readdir(temporary()), []);
  });

  it('keeps lines in their order, for this user only', async () => {
    const journal = openJournal(folder());
    const lines = Array.from({ length: 500 }, (_, index) => `line ${index} ${'灯'.repeat(index)}`);
    await Promise.all(lines.map((line) => journal.append(line)));
    const [name = ''] = await readdir(folder());
    assert.equal(name, `${journal.writer}.jsonl`);
    assert.equal(await readFile(path.join(folder(), name), 'utf8'), lines.map((line) => `${line}\n`).join(''));
    if (process.platform !== 'win32') assert.equal((await stat(path.join(folder(), name))).mode & 0o777, 0o600);
  });

  it('reads what others have written, each line once, and nothing of its own', async () => {
    const [one, other] = [openJournal(folder()), openJournal(folder())];
    await one.append('a');
    await other.append('b');
    assert.deepEqual(await linesOf(one), ['b']);
    assert.deepEqual(await linesOf(one), []);
    await other.append('c');
    await other.append('d');
    assert.deepEqual(await linesOf(one), ['c', 'd']);
    assert.deepEqual(await linesOf(other), ['a']);
  });

  it('waits for the end of a line, also where a character is cut', async () => {
    const journal = openJournal(folder());
    const bytes = Buffer.from('first 灯台\nsecond 灯台\n');
    const file = await put(`${deadWriter()}.jsonl`, '');
    const read: string[] = [];
    for (let end = 1; end <= bytes.length; end += 1) {
      await writeFile(file, bytes.subarray(0, end));
      read.push(...(await linesOf(journal)));
    }
    assert.deepEqual(read, ['first 灯台', 'second 灯台']);
  });

  it('does not look at what is none of its files', async () => {
    for (const name of ['notes.jsonl', 'merged-x.jsonl', `${deadWriter()}.tmp`, '.DS_Store', 'history.db'])
      await put(name, 'x\n');
    assert.deepEqual(await linesOf(openJournal(folder())), []);
  });

  it('goes on when its file was taken away', async () => {
    const journal = openJournal(folder());
    await journal.append('a');
    await rm(folder(), { recursive: true });
    await journal.append('b');
    assert.equal(await readFile(path.join(folder(), `${journal.writer}.jsonl`), 'utf8'), 'b\n');
  });

  it('writes with the next line what could not be written', async () => {
    const journal = openJournal(path.join(folder(), 'journal'));
    await put('journal', 'a file where the folder should be');
    await assert.rejects(journal.append('a'), { code: 'ENOTDIR' });
    await assert.rejects(journal.append('b'), { code: 'ENOTDIR' });
    await rm(path.join(folder(), 'journal'));
    await journal.append('c');
    assert.deepEqual((await linesOf(openJournal(path.join(folder(), 'journal')))).filter(Boolean), ['a', 'b', 'c']);
  });

  it('writes at once when it is closed, and after', async () => {
    const journal = openJournal(folder());
    const pending = [journal.append('a'), journal.append('b')];
    journal.close();
    const last = journal.append('c');
    const file = path.join(folder(), `${journal.writer}.jsonl`);
    const atOnce = await readFile(file, 'utf8');
    assert.deepEqual([...new Set(atOnce.split('\n').filter(Boolean))], ['a', 'b', 'c']);
    await Promise.all([...pending, last]);
  });

  it('reads what it can, tells what it cannot, and tries that again', async function () {
    if (process.platform === 'win32') this.skip(); // reads no folder as a file either, but with another code
    const unreadable = path.join(folder(), `${deadWriter()}.jsonl`);
    await put(`${deadWriter()}.jsonl`, 'a\n');
    await mkdir(unreadable);
    await put(`${deadWriter()}.jsonl`, 'b\n');
    const journal = openJournal(folder());
    const read: string[] = [];
    await assert.rejects(
      journal.readNew((lines) => read.push(...lines)),
      { code: 'EISDIR' },
    );
    assert.deepEqual(read.toSorted(), ['a', 'b']);
    await rm(unreadable, { recursive: true });
    await writeFile(unreadable, 'c\n');
    assert.deepEqual(await linesOf(journal), ['c']);
  });

  it('knows who still writes', () => {
    const journal = openJournal(folder());
    assert.equal(journal.isRunning(journal.writer), true);
    assert.equal(journal.isRunning(deadWriter()), false);
    assert.equal(journal.isRunning(journal.writer.replace(/^.{8}/, '00000000')), undefined);
    assert.equal(journal.isRunning('nobody'), false);
  });

  describe('when it is merged', () => {
    const many = 12;
    const putMany = (textOf: (index: number) => string): Promise<string[]> =>
      Promise.all(Array.from({ length: many }, (_, index) => put(`${deadWriter()}.jsonl`, textOf(index))));

    it('is one file with all of it, and the next time that one is merged as well', async () => {
      await putMany((index) => `${event(`w.${index}`)}\n{"later":${index}}\n${event('w.0')}\ncut of${index}`);
      const reader = openJournal(folder());
      assert.equal((await linesOf(reader)).length, 3 * many);
      await openJournal(folder()).merge();
      assert.equal((await readdir(folder())).length, 1);
      const expected = Array.from({ length: many }, (_, index) => [event(`w.${index}`), `{"later":${index}}`]).flat();
      assert.deepEqual((await linesOf(openJournal(folder()))).toSorted(), expected.toSorted());
      // Who had read it before reads it again, once.
      assert.equal((await linesOf(reader)).length, 2 * many);
      assert.deepEqual(await linesOf(reader), []);

      await putMany((index) => `${event(`v.${index}`)}\n`);
      await openJournal(folder()).merge();
      assert.equal((await readdir(folder())).length, 1);
      assert.equal((await linesOf(openJournal(folder()))).length, 3 * many);
    });

    it('is left as it is where there are few files', async () => {
      for (let index = 0; index < 8; index += 1) await put(`${deadWriter()}.jsonl`, `${event(`w.${index}`)}\n`);
      const names = await readdir(folder());
      await openJournal(folder()).merge();
      assert.deepEqual(await readdir(folder()), names);
    });

    it('leaves the files of running processes and of other machines alone', async () => {
      await putMany((index) => `${event(`w.${index}`)}\n`);
      const running = openJournal(folder());
      await running.append(event('r.1'));
      const elsewhere = await put(`${running.writer.replace(/^.{8}/, '00000000')}.jsonl`, `${event('e.1')}\n`);
      const unfinished = await put(`${running.writer}.tmp`, 'x');
      const foreign = await put('notes.txt', 'mine');
      await openJournal(folder()).merge();
      const names = await readdir(folder());
      for (const file of [elsewhere, unfinished, foreign]) assert.ok(names.includes(path.basename(file)), file);
      assert.ok(names.includes(`${running.writer}.jsonl`));
      assert.equal(names.length, 5);
    });

    it('takes what nobody on another machine has touched for a week', async () => {
      await putMany((index) => `${event(`w.${index}`)}\n`);
      const elsewhere = await put(`${deadWriter().replace(/^.{8}/, '00000000')}.jsonl`, `${event('e.1')}\n`);
      const longAgo = new Date(Date.now() - 8 * dayMs);
      await utimes(elsewhere, longAgo, longAgo);
      await openJournal(folder()).merge();
      assert.equal((await readdir(folder())).length, 1);
      assert.equal((await linesOf(openJournal(folder()))).length, many + 1);
    });

    it('is not lost with a process that was killed at it', async () => {
      await putMany((index) => `${event(`w.${index}`)}\n`);
      // Killed before the new file had its name, and before the old ones were gone.
      await put(`${deadWriter()}.tmp`, event('w.0'));
      await put(
        `merged-${crypto.randomUUID()}.jsonl`,
        Array.from({ length: many }, (_, index) => `${event(`w.${index}`)}\n`).join(''),
      );
      await openJournal(folder()).merge();
      assert.equal((await readdir(folder())).length, 1);
      assert.equal((await linesOf(openJournal(folder()))).length, many);
    });

    it('stays as it was when it cannot be written', async function () {
      if (process.platform === 'win32' || process.getuid?.() === 0) this.skip(); // may write everywhere
      await putMany((index) => `${event(`w.${index}`)}\n`);
      await chmod(folder(), 0o500);
      try {
        await assert.rejects(openJournal(folder()).merge(), { code: 'EACCES' });
        assert.equal((await linesOf(openJournal(folder()))).length, many);
      } finally {
        await chmod(folder(), 0o700);
      }
    });
  });
});
