/** Looks for what keeps people out of the sidebar's page, with axe-core. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Locator } from 'playwright-core';
import { root } from '../runner/root.mjs';
import { frameOf } from './workbench/sidebar.ts';

/** One line for each thing that is wrong with an element: rule, element, reason. */
export async function axeViolations(sidebar: Locator): Promise<readonly string[]> {
  const frame = await frameOf(sidebar);
  // The page's own rules forbid scripts from elsewhere; the browser's protocol does not ask them.
  await frame.evaluate(await readFile(path.join(root, 'node_modules/axe-core/axe.min.js'), 'utf8'));
  const { violations } = await frame.evaluate<AxeResults, RunOptions>(
    (options) => (window as unknown as { axe: { run: (o: RunOptions) => Promise<AxeResults> } }).axe.run(options),
    { resultTypes: ['violations'] },
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${html}\n  ${failureSummary.replaceAll('\n', '\n  ')}`),
  );
}
