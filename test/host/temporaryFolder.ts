/** A folder on disk outside of everything that is open. Call it within `describe`. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';

/** A new one for each test, gone after it. The name has a space and a `#`. */
export function temporaryFolder(): () => vscode.Uri {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'depict host #'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  return () => vscode.Uri.file(folder);
}
