/** A script of faults at work: which rule a request falls under, and what it does to the answer. */
import type { Call } from '../server/call.ts';
import { planFor } from '../server/plan.ts';
import type { Plan } from '../server/plan.ts';
import type { Reply } from '../server/reply.ts';
import type { Fault, FaultChoice, FaultRule } from './fault.ts';
import { namedFaults } from './namedFaults.ts';
import { replacesAnswer, steps } from './steps.ts';
import type { Step } from './steps.ts';

/** Plans the answer to a call; the real answer is only asked for where it is needed. */
export type FaultScript = (call: Call, answer: () => Promise<Reply>) => Promise<Plan>;

const nothing: Reply = { status: 200, headers: {}, body: new Uint8Array() };

/**
 * Of several rules that apply, the first one counts; each keeps its own count of the requests that match it.
 * @throws Error on a rule that cannot be understood, in words for whoever wrote the script.
 */
export function createFaultScript(rules: readonly FaultRule[]): FaultScript {
  const strange = rules.flatMap((rule) => Object.keys(rule)).find((name) => !['on', 'nth', 'fault'].includes(name));
  if (strange) throw new Error(`A rule has no "${strange}"; it may have on, nth and fault.`);
  const prepared = rules.map((rule) => ({
    pattern: patternOf(rule.on ?? '*'),
    nth: rule.nth === undefined ? undefined : [rule.nth].flat(),
    faults: faultsOf(rule.fault),
    count: 0,
  }));

  return async (call, answer) => {
    const matching = prepared.filter(({ pattern }) => pattern.test(`${call.method} ${call.url.pathname}`));
    for (const rule of matching) rule.count += 1;
    const faults = matching.find(({ nth, count }) => nth === undefined || nth.includes(count))?.faults ?? [];
    let plan = planFor(faults.some(replacesAnswer) ? nothing : await answer());
    for (const step of faults.flatMap(stepsOf)) plan = await step(plan, call);
    return plan;
  };
}

function faultsOf(choice: FaultChoice): readonly Fault[] {
  return ([choice].flat() as readonly (string | Fault)[]).map((each) => {
    const fault = typeof each === 'string' ? named(each) : each;
    if (typeof fault !== 'object') throw new Error('A rule needs a fault: a name, or an object with its parts.');
    const strange = Object.keys(fault).find((part) => !Object.hasOwn(steps, part));
    if (strange) throw new Error(`A fault has no "${strange}"; it may have ${Object.keys(steps).join(', ')}.`);
    return fault;
  });
}

function named(name: string): Fault {
  const all: Readonly<Record<string, Fault>> = namedFaults;
  const fault = Object.hasOwn(all, name) ? all[name] : undefined;
  if (!fault) throw new Error(`There is no fault "${name}"; there are ${Object.keys(all).join(', ')}.`);
  return fault;
}

function stepsOf(fault: Fault): readonly Step[] {
  const parts = Object.keys(steps) as (keyof Fault)[];
  // The table's type says that a part's step takes that part's value; the compiler cannot follow it through a variable.
  const table = steps as Readonly<Record<keyof Fault, (value: unknown) => Step>>;
  return parts.filter((part) => fault[part] !== undefined).map((part) => table[part](fault[part]));
}

/** A pattern that does not begin with a method is for all of them. */
function patternOf(on: string): RegExp {
  const text = on.startsWith('/') || on === '*' ? `* ${on}` : on;
  const escaped = text.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${escaped.join('.*')}$`);
}
