/** A folder for one test, taken away after it. To be called while tests are described. */
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

export function temporaryFolder(): () => string {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(path.join(await realpath(tmpdir()), 'depict-files-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  return () => folder;
}
