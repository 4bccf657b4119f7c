/** What Depict and the official client make of the same troubles: how often they ask, and what people are told. */
import { startChild } from './child.ts';
import type { CameOut, InTrouble } from './trouble/main.ts';
import { troubles } from './trouble/troubles.ts';

export interface TroubleResult {
  readonly label: string;
  readonly depict: CameOut;
  readonly officialClient: CameOut;
}

/** Who still asks after that was measured long enough. */
const patienceSeconds = 6;

export async function measureTroubles(): Promise<readonly TroubleResult[]> {
  const depict = startChild<InTrouble, CameOut>('trouble', ['depict']);
  const officialClient = startChild<InTrouble, CameOut>('trouble', ['officialClient']);
  const results: TroubleResult[] = [];
  for (const [index, { label }] of troubles.entries()) {
    const question = { index, patienceSeconds };
    results.push({ label, depict: await depict.ask(question), officialClient: await officialClient.ask(question) });
  }
  depict.end();
  officialClient.end();
  return results;
}
