import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { parseFields } from '../../../../src/core/history/parseEvent.ts';
import { openJournal, type Journal } from '../../../../src/files/journal/openJournal.ts';
import { randomNumbers } from '../../fixtures/randomNumbers.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

describe('a journal of several processes', function () {
  this.timeout(60_000);
  const folder = temporaryFolder();
  let programs = '';

  before(async () => {
    programs = await mkdtemp(path.join(tmpdir(), 'depict-window-'));
    const outfile = path.join(programs, 'window.js');
    await build({ entryPoints: ['test/unit/files/journal/windowProgram.ts'], bundle: true, platform: 'node', outfile });
  });
  after(() => rm(programs, { recursive: true, force: true }));

  interface Window {
    readonly process: ChildProcess;
    readonly ended: Promise<unknown>;
    /** Ids of events that it says are in the journal. */
    readonly told: () => readonly string[];
  }

  function openWindow(count: number, bytes: number, ...more: readonly string[]): Window {
    const args = [path.join(programs, 'window.js'), folder(), String(count), String(bytes), ...more];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (text: Buffer) => {
      output += text.toString();
    });
    return { process: child, ended: once(child, 'close'), told: () => output.split('\n').slice(0, -1) };
  }

  /** Ids of the events that are new to this reader, as often as they come. */
  async function idsIn(journal: Journal): Promise<unknown[]> {
    const ids: unknown[] = [];
    await journal.readNew((lines) => {
      ids.push(...lines.flatMap((line) => parseFields(line)?.['id'] ?? []));
    });
    return ids;
  }

  it('has every event, once it was told, of processes that are killed in the middle of a line', async () => {
    const random = randomNumbers(process.pid);
    const told: string[] = [];
    const reader = openJournal(folder());
    const read: unknown[] = [];
    for (let round = 0; round < 10; round += 1) {
      const window = openWindow(100_000, 300_000);
      await once(window.process.stdout ?? assert.fail(), 'data');
      await new Promise((resolve) => setTimeout(resolve, random() * 10));
      window.process.kill('SIGKILL');
      await window.ended;
      told.push(...window.told());
      read.push(...(await idsIn(reader)));
      if (round % 2 === 1) await openJournal(folder()).merge();
    }
    read.push(...(await idsIn(reader)));
    const all = await idsIn(openJournal(folder()));
    for (const id of told) assert.ok(all.includes(id) && read.includes(id), `${id} is lost`);
    assert.equal(new Set(all).size, all.length);
    assert.ok((await readdir(folder())).length < 10);
  });

  it('loses and doubles nothing when they write and merge all at once, and one of them is killed', async () => {
    const windows = [1, 2, 3].map(() => openWindow(25, 300, 'merge'));
    const victim = openWindow(100_000, 300, 'merge');
    await once(victim.process.stdout ?? assert.fail(), 'data');
    const reader = openJournal(folder());
    const read = new Set<unknown>();
    const readOn = async (): Promise<void> => {
      for (const id of await idsIn(reader)) read.add(id);
    };
    while (windows.some((window) => window.process.exitCode === null)) await readOn();
    victim.process.kill('SIGKILL');
    await Promise.all([...windows, victim].map((window) => window.ended));
    await readOn();

    await openJournal(folder()).merge();
    const all = new Set(await idsIn(openJournal(folder())));
    const told = [...windows, victim].flatMap((window) => window.told());
    assert.ok(told.length >= 3 * 2 * 25, String(told.length));
    for (const id of told) assert.ok(all.has(id) && read.has(id), `${id} is lost`);
    assert.equal(new Set(told).size, told.length);
  });
});
