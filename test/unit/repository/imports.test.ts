// The borders between the folders of src are held by the linter: this proves that every line of them bites.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const allowed: readonly [file: string, line: string][] = [
  ['src/core/a.ts', `import { x } from './b.ts'`],
  ['src/core/metadata/png.ts', `import { x } from '../failure.ts'`],
  ['src/inference/a.ts', `import { x } from '../core/failure.ts'`],
  ['src/inference/providers/a.ts', `import { x } from '../classify.ts'`],
  ['src/inference/transport/a.ts', `import { x } from 'node:dns'`],
  ['src/inference/transport/b.ts', `import { x } from 'undici'`],
  ['src/inference/transport/c.ts', `import type { x } from '../transport.ts'`],
  ['src/files/a.ts', `import { x } from 'node:fs/promises'`],
  ['src/files/b.ts', `import { x } from '../core/failure.ts'`],
  ['src/editor/a.ts', `import { x } from 'vscode'`],
  ['src/editor/generate/a.ts', `import { x } from '../../core/failure.ts'`],
  ['src/editor/generate/b.ts', `import type { x } from '../../inference/client.ts'`],
  ['src/editor/generate/c.ts', `import type { x } from '../../files/save.ts'`],
  ['src/editor/d.ts', `import type { x } from '../engine.ts'`],
  ['src/webview/a.tsx', `import { useState } from 'preact/hooks'`],
  ['src/webview/gallery/b.ts', `import { x } from '../../core/parameters.ts'`],
  ['src/api.ts', `import type { x } from './core/image.ts'`],
  ['src/engine.ts', `import { x } from './inference/client.ts'`],
  ['src/extension.ts', `import { x } from './editor/commands.ts'`],
  ['src/extension.ts', `import { x } from './files/journal/openJournal.ts'`],
];

const refused: readonly [file: string, line: string][] = [
  ['src/core/c.ts', `import { x } from 'vscode'`],
  ['src/core/d.ts', `import { x } from 'node:fs'`],
  ['src/core/e.ts', `import { x } from '../inference/client.ts'`],
  ['src/core/metadata/f.ts', `import type { x } from '../../files/save.ts'`],
  ['src/core/metadata/g.ts', `import { x } from '../../editor/commands.ts'`],
  ['src/inference/c.ts', `import { x } from 'node:http'`],
  ['src/inference/d.ts', `import { x } from 'undici'`],
  ['src/inference/e.ts', `import { x } from '../files/save.ts'`],
  ['src/inference/f.ts', `import { x } from './transport/node.ts'`],
  ['src/inference/providers/g.ts', `import { x } from '../../editor/commands.ts'`],
  ['src/inference/transport/d.ts', `import { x } from 'vscode'`],
  ['src/inference/transport/e.ts', `import { x } from '../../files/save.ts'`],
  ['src/files/c.ts', `import { x } from 'vscode'`],
  ['src/files/d.ts', `import { x } from '../inference/client.ts'`],
  ['src/editor/e.ts', `import { x } from 'node:path'`],
  ['src/editor/f.ts', `import { x } from 'undici'`],
  ['src/editor/g.ts', `import { x } from '../inference/client.ts'`],
  ['src/editor/generate/h.ts', `import { x } from '../../files/save.ts'`],
  ['src/editor/i.ts', `import { x } from '../engine.ts'`],
  ['src/webview/c.ts', `import type { x } from 'vscode'`],
  ['src/webview/d.tsx', `import { x } from 'preact/compat'`],
  ['src/webview/gallery/e.ts', `import type { x } from '../../editor/jobs/jobs.ts'`],
  ['src/webview/f.ts', `import { x } from '../files/save.ts'`],
  ['src/engine.ts', `import { x } from './editor/commands.ts'`],
  ['src/engine.ts', `import { x } from 'vscode'`],
  ['src/extension.ts', `import { x } from './files/save.ts'`],
  ['src/extension.ts', `import { x } from 'node:fs'`],
  ['src/api.ts', `import { x } from './core/image.ts'`],
  ['src/api.ts', `import type { x } from './editor/commands.ts'`],
];

describe('borders between folders', () => {
  it('lets through what architecture allows', async () => {
    assert.deepEqual(await refusals(allowed), []);
  });

  it('refuses everything else', async () => {
    const found = await refusals(refused);
    const expected = refused.map(([file, line]) => `${file}: ${line}`).toSorted();
    assert.deepEqual(found, expected);
  });
});

/** The lines that the linter refuses, each tried in a file of its own place. */
async function refusals(lines: readonly [file: string, line: string][]): Promise<string[]> {
  const found = await Promise.all(grouped(lines).map(lint));
  return found.flat().toSorted();
}

/** Two lines for the same file cannot stand in one folder, so they go to different ones. */
function grouped(lines: readonly [file: string, line: string][]): Map<string, string>[] {
  const groups: Map<string, string>[] = [];
  for (const [file, line] of lines) {
    let group = groups.find((each) => !each.has(file));
    if (!group) groups.push((group = new Map()));
    group.set(file, line);
  }
  return groups;
}

async function lint(files: ReadonlyMap<string, string>): Promise<string[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'depict-borders-'));
  try {
    await cp('.oxlintrc.json', path.join(folder, '.oxlintrc.json'));
    for (const [file, line] of files) {
      await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
      const use = line.startsWith('import type') ? 'export type Y = x;' : 'export const y = x;';
      await writeFile(path.join(folder, file), `${line};\n${use}\n`);
    }
    const report = JSON.parse(await oxlint(folder)) as { diagnostics: { code?: string; filename: string }[] };
    return report.diagnostics
      .filter(({ code }) => code === 'eslint(no-restricted-imports)')
      .map(({ filename }) => `${filename.replaceAll('\\', '/')}: ${files.get(filename.replaceAll('\\', '/'))}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The linter's report. Types are not needed here, and looking for them would take a second. */
function oxlint(cwd: string): Promise<string> {
  const bin = path.resolve('node_modules/oxlint/bin/oxlint');
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [bin, '--format', 'json', '.'], { cwd }, (error, stdout) => {
      if (stdout) resolve(stdout);
      else reject(error ?? new Error('oxlint printed nothing'));
    });
  });
}
