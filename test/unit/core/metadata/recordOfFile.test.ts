import assert from 'node:assert/strict';
import { recordOfFile, tellsHow } from '../../../../src/core/metadata/recordOfFile.ts';
import { isRecord } from '../../../../src/core/history/isRecord.ts';
import { plainRecord } from './records.ts';

const file = { name: 'fox.png', size: { width: 8, height: 6 }, changedAt: Date.parse('2026-01-02T03:04:05.000Z') };

describe('the record of a picture that was not seen made', () => {
  it('is the one in its file', () => {
    const settings = { prompt: plainRecord.prompt };
    assert.equal(recordOfFile({ record: plainRecord, settings }, file), plainRecord);
  });

  it('has what another program wrote, and the size that it has', () => {
    const settings = { prompt: 'a castle', model: 'dreamshaper_8', steps: 20, width: 512, height: 768 };
    const record = recordOfFile({ settings }, file);
    assert(isRecord(record));
    assert.deepEqual(record, {
      ...{ version: 1, prompt: 'a castle', model: 'dreamshaper_8', provider: '', generator: '' },
      ...{ parameters: { steps: 20, width: 512, height: 768 }, width: 8, height: 6 },
      createdAt: '2026-01-02T03:04:05.000Z',
    });
  });

  it('tells how it was made where its file did', () => {
    assert.equal(tellsHow(recordOfFile({ settings: { prompt: 'a castle', steps: 20 } }, file)), true);
    assert.equal(tellsHow(recordOfFile({ record: plainRecord, settings: { prompt: '' } }, file)), true);
    assert.equal(tellsHow(recordOfFile(undefined, file)), false);
  });

  it('is whole although the file system says nothing of use', () => {
    for (const changedAt of [Number.NaN, -1, 1e300]) assert(isRecord(recordOfFile(undefined, { ...file, changedAt })));
  });

  it('is found by the name of the file where there is no prompt', () => {
    for (const read of [undefined, { settings: { prompt: '' } }]) {
      const record = recordOfFile(read, file);
      assert(isRecord(record));
      assert.deepEqual([record.prompt, record.model, record.parameters], ['fox.png', '', {}]);
    }
  });
});
