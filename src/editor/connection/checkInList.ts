/** Check Connection for people: a list that fills, and what they do with its lines. */
import { commands, type LogOutputChannel } from 'vscode';
import { isImageFailure } from '../../core/failure.ts';
import { showBug } from '../failures/showFailure.ts';
import { machineName } from '../token/machineName.ts';
import type { TokenHandlers } from '../token/tokenHandlers.ts';
import { showCheckList } from './checkList.ts';
import type { ConnectionCheck } from './connectionCheck.ts';
import { reportOf, type ConnectionReport } from './connectionReport.ts';
import { applyRemedy, type Remedy } from './remedy.ts';

/** Settles when the steps are taken, undefined when the list was closed before; the list stays open afterwards. */
export async function checkInList(
  check: ConnectionCheck,
  handlers: TokenHandlers,
  log: LogOutputChannel,
): Promise<ConnectionReport | undefined> {
  const machine = machineName(await check.machine());
  let work = new AbortController();
  let isLeft = false;
  const list = showCheckList(machine, {
    onRemedy: (remedy) => void after(() => put(remedy)),
    onTestImage: () => void after(makeImage),
    onShowLog: () => log.show(true),
    onClosed: () => {
      isLeft = true;
      work.abort();
    },
  });

  async function takeSteps(): Promise<ConnectionReport | undefined> {
    work.abort();
    const mine = new AbortController();
    work = mine;
    list.begin(check.steps());
    const findings = await check.run((finding) => list.show(finding), mine.signal);
    list.end();
    return reportOf(findings, machine);
  }

  async function makeImage(): Promise<void> {
    work.abort();
    const mine = new AbortController();
    work = mine;
    list.making();
    const finding = await check.makeImage(mine.signal);
    if (mine.signal.aborted) return;
    list.show(finding);
    list.end();
  }

  /** What asks something of its own takes the place of the list; afterwards there is a new one. */
  async function put(remedy: Remedy): Promise<void> {
    if (remedy.type === 'again') return void (await takeSteps());
    if (remedy.type === 'failure' && remedy.action === 'retry') return makeImage();
    list.close();
    if (await applyRemedy(remedy, handlers, log)) await commands.executeCommand('depict.checkConnection');
  }

  /** What was given up, by another step or by closing the list, is no matter. */
  async function after(run: () => Promise<void>): Promise<void> {
    try {
      await run();
    } catch (error) {
      if (!isGivenUp(error)) await showBug(error, log);
    }
  }

  try {
    return await takeSteps();
  } catch (error) {
    if (isLeft || isGivenUp(error)) return undefined;
    list.close();
    throw error;
  }
}

function isGivenUp(error: unknown): boolean {
  const isCancelled = isImageFailure(error) && error.failure.kind === 'cancelled';
  return isCancelled || (error instanceof Error && error.name === 'AbortError');
}
