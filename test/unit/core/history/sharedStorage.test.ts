import assert from 'node:assert/strict';
import { sharedStorage } from '../../../../src/core/history/sharedStorage.ts';

describe('sharedStorage', () => {
  const storage = '/home/me/.config/Code/User/workspaceStorage';
  const id = '8c1b2f0a9d3e4f5061728394a5b6c7d8';

  it('is the first window’s for every window', () => {
    for (const folder of [id, '1764220800000', '64c7c1e3', '-270b7ca6']) {
      const first = `${storage}/${folder}/depict.depict`;
      assert.equal(sharedStorage(first), first);
      for (const window of [1, 9]) assert.equal(sharedStorage(`${storage}/${folder}-${window}/depict.depict`), first);
    }
  });

  it('is left alone where the folder is none of VS Code’s making', () => {
    for (const path of ['/c:/my-1/things/depict.depict', `${storage}/two-words-1/depict.depict`, `/${id}-1`, '/']) {
      assert.equal(sharedStorage(path), path);
    }
  });
});
