/** A process beside this one, which does nothing until it is ended. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface OtherProcess {
  readonly id: number;
  /** Resolves when the system has forgotten it. */
  end(): Promise<void>;
}

export async function otherProcess(): Promise<OtherProcess> {
  // The extension host runs in VS Code's own executable, which is Node.js when told so.
  const environment = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const child = spawn(process.execPath, ['-e', 'process.stdin.resume()'], {
    env: environment,
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  const gone = once(child, 'exit');
  await once(child, 'spawn');
  assert(child.pid !== undefined);
  return {
    id: child.pid,
    async end() {
      child.kill();
      await gone;
    },
  };
}
