import assert from 'node:assert/strict';
import { isImageFailure } from '../../../../src/core/failure.ts';
import { fileNameFor } from '../../../../src/core/names/fileNameFor.ts';
import { numberedName } from '../../../../src/core/names/numberedName.ts';
import { nastyNames, nastyText } from '../nastyText.ts';
import { pseudoRandom } from '../pseudoRandom.ts';

describe('file names', () => {
  const examples: readonly [expanded: string, folders: readonly string[], base: string][] = [
    ['lighthouse', [], 'lighthouse'],
    ['My Picture', [], 'My Picture'],
    ['2025-06-06/lighthouse', ['2025-06-06'], 'lighthouse'],
    ['a\\b/c', ['a', 'b'], 'c'],
    ['../../x', [], 'x'],
    ['a/../../x', ['a'], 'x'],
    ['/etc/x', ['etc'], 'x'],
    ['C:\\x', ['C'], 'x'],
    ['.git/.config', ['git'], 'config'],
    ['a.png', [], 'a'],
    ['a.v2.JPEG', [], 'a.v2'],
    ['con', [], 'con-image'],
    ['aux.old/nul.x', ['aux-image.old'], 'nul-image.x'],
    ['console', [], 'console'],
    ['a. . ', [], 'a'],
    ['...', [], 'image'],
    ['x/', ['x'], 'image'],
    ['a\u202egnp.x\u0000y', [], 'agnp.xy'],
    ['a<b>c:"d|e?f*', [], 'a-b-c-d-e-f'],
    ['', [], 'image'],
  ];
  for (const [expanded, folders, base] of examples) {
    it(`make ${[...folders, base].join('/')} of ${JSON.stringify(expanded)}`, () => {
      assert.deepEqual(fileNameFor(expanded), { folders, base });
    });
  }

  it('are safe on every system, whatever was asked for', () => {
    const random = pseudoRandom(15);
    const parts: readonly string[] = [...nastyNames, ...nastyText, '/', '\\', '..', '/../', 'con', 'NUL.', ' .'];
    for (let i = 0; i < 5_000; i++) {
      const expanded = random.text(parts, 14);
      const { folders, base } = fileNameFor(expanded);
      for (const segment of [...folders, base]) {
        const about = JSON.stringify({ expanded, segment });
        assert.doesNotMatch(segment, /^$|[<>:"|?*\\/\p{Cc}\p{Cf}\p{Cs}]|^[. -]|[. ]$/u, about);
        assert.doesNotMatch(segment, /^(?:con|prn|aux|nul|com\d|lpt\d) *(?:\.|$)/iu, about);
        assert.ok(Buffer.byteLength(segment) <= 200, about);
      }
    }
  });

  it('keep within what a file system takes', () => {
    assert.equal(Buffer.byteLength(fileNameFor('海'.repeat(500)).base), 198);
    assert.throws(
      () => fileNameFor('a/'.repeat(40)),
      (error) => isImageFailure(error) && error.failure.kind === 'invalidRequest',
    );
  });

  it('count up', () => {
    assert.deepEqual(
      [0, 1, 2].map((attempt) => numberedName('a', 'png', attempt)),
      ['a.png', 'a-1.png', 'a-2.png'],
    );
  });
});
