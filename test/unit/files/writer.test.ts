import assert from 'node:assert/strict';
import { isRunning, readWriter, thisProcess, writerName } from '../../../src/files/writer.ts';

describe('writer', () => {
  it('is read back from its name', () => {
    assert.deepEqual(readWriter(writerName(thisProcess())), thisProcess());
    for (const name of ['', '1f0c33aa', '1f0c33aa-1', 'x-1-m3k9x2', '1f0c33aa--m3k9x2', '1f0c33aa-1-m3k9x2-90ab12cd']) {
      assert.equal(readWriter(name), undefined, name);
    }
  });

  it('knows this process, a running one, an earlier one with the same number, and other machines', () => {
    const own = thisProcess();
    assert.equal(isRunning(own), true);
    assert.equal(isRunning({ ...own, process: process.ppid }), true);
    assert.equal(isRunning({ ...own, started: '1' }), false);
    assert.equal(isRunning({ ...own, machine: '00000000' }), undefined);
  });
});
