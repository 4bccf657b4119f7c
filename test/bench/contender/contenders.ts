/** Every contender, in the order of the report. */
import type { Contender } from './contender.ts';
import { curl } from './curl.ts';
import { depict } from './depict.ts';
import { officialClient } from './officialClient.ts';
import { plainUndici } from './plainUndici.ts';

export const contenders = { depict, plainUndici, officialClient, curl } as const satisfies Readonly<
  Record<string, Contender>
>;

export type ContenderName = keyof typeof contenders;
export const contenderNames = Object.keys(contenders) as readonly ContenderName[];
