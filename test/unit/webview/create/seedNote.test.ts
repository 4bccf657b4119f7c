import assert from 'node:assert/strict';
import { seedNote } from '../../../../src/webview/create/seedNote.ts';

const words = { seedOfSetting: 'The settings have {0}', seedNotUsed: 'New each time' };
const note = (seed: string, seedLocked: boolean, setting: string): string | undefined =>
  seedNote({ seed, seedLocked }, setting, words);

describe('seedNote', () => {
  it('has nothing to say while the seed in the field is used', () => {
    assert.equal(note('7', true, ''), undefined);
    assert.equal(note('7', true, '42'), undefined);
  });

  it('says that an unlocked seed is not used, and what is instead', () => {
    assert.equal(note('7', false, ''), 'New each time');
    assert.equal(note('7', false, '42'), 'The settings have 42');
  });

  it('says where the seed of an empty field comes from, locked or not', () => {
    assert.equal(note('', false, '42'), 'The settings have 42');
    assert.equal(note(' ', true, '42'), 'The settings have 42');
    assert.equal(note('', false, ''), undefined);
  });
});
