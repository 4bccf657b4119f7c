/** The samplers and schedules that a web UI of AUTOMATIC1111's kind has. */
import type { HomeSamplers } from '../../core/sidebar/schedulerSuggestions.ts';
import { lookFailure } from '../lookFailure.ts';
import type { Transport } from '../transport.ts';
import { lookHome, nameIn, objectsIn } from './homeAnswer.ts';
import type { HomeServer } from './homeServer.ts';

/**
 * In the server's order, each once, at most a thousand.
 * @throws {ImageFailure} what keeps the server from answering
 * @throws the signal's reason, when it is aborted
 */
export async function listSamplers(
  server: HomeServer,
  transport: Transport,
  signal: AbortSignal,
): Promise<HomeSamplers> {
  const path = '/sdapi/v1/samplers';
  const [reply, schedules] = await Promise.all([
    lookHome(server, path, transport, signal),
    listSchedules(server, transport, signal),
  ]);
  const entries = objectsIn(reply);
  if (!entries) throw lookFailure(reply, `${server.root}${path}`, server.token, transport.now());
  return { samplers: names(entries.map((entry) => nameIn(entry, 'name'))), schedules };
}

async function listSchedules(
  server: HomeServer,
  transport: Transport,
  signal: AbortSignal,
): Promise<readonly string[]> {
  try {
    const entries = objectsIn(await lookHome(server, '/sdapi/v1/schedulers', transport, signal)) ?? [];
    return names(entries.map((entry) => nameIn(entry, 'label') ?? nameIn(entry, 'name')));
  } catch {
    signal.throwIfAborted();
    return [];
  }
}

function names(found: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(found.filter((name) => name !== undefined))];
}
