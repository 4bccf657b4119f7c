import assert from 'node:assert/strict';
import { ImageFailure, isImageFailure } from '../../../src/core/failure.ts';
import { saveFailure } from '../../../src/files/saveFailure.ts';

describe('saveFailure', () => {
  const problems = {
    ENOSPC: 'noSpace',
    EDQUOT: 'noSpace',
    EACCES: 'noPermission',
    EPERM: 'noPermission',
    ENOTDIR: 'folderIsFile',
    EEXIST: 'folderIsFile',
    EROFS: 'readOnlyFileSystem',
    ENAMETOOLONG: 'nameTooLong',
    EIO: 'other',
  };
  for (const [code, problem] of Object.entries(problems)) {
    it(`calls ${code} ${problem}`, () => {
      const cause = Object.assign(new Error(`${code}: no luck, open '/a/b'`), { code });
      const failure = saveFailure(cause, '/a/b');
      assert.ok(isImageFailure(failure));
      assert.deepEqual(failure.failure, { kind: 'notSaved', problem, path: '/a/b', detail: code });
      assert.equal(failure.cause, cause);
    });
  }

  it('passes on what is a failure already, and what is a bug', () => {
    const failure = new ImageFailure({ kind: 'cancelled' });
    assert.equal(saveFailure(failure, '/a'), failure);
    const bug = new TypeError('x is not a function');
    assert.equal(saveFailure(bug, '/a'), bug);
  });
});
