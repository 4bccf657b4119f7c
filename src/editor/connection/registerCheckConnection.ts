/** The command Check Connection: a list for people, an object for programs. */
import { commands, type Disposable, type LogOutputChannel } from 'vscode';
import { machineName } from '../token/machineName.ts';
import type { TokenHandlers } from '../token/tokenHandlers.ts';
import { checkInList } from './checkInList.ts';
import type { ConnectionCheck } from './connectionCheck.ts';
import { reportOf, type ConnectionReport } from './connectionReport.ts';

/** Of programs. */
export interface CheckOptions {
  /** False: nothing is shown. */
  readonly ask?: unknown;
  /** True: a picture is made as well, which may be billed. */
  readonly testImage?: unknown;
}

export function registerCheckConnection(
  check: ConnectionCheck,
  handlers: TokenHandlers,
  log: LogOutputChannel,
): Disposable {
  return commands.registerCommand('depict.checkConnection', async (options?: CheckOptions | null) => {
    if (options?.ask === false) return checkQuietly(check, options.testImage === true);
    return checkInList(check, handlers, log);
  });
}

async function checkQuietly(check: ConnectionCheck, testImage: boolean): Promise<ConnectionReport> {
  const { signal } = new AbortController();
  const machine = machineName(await check.machine());
  const findings = await check.run(() => undefined, signal);
  return reportOf(testImage ? [...findings, await check.makeImage(signal)] : findings, machine);
}
