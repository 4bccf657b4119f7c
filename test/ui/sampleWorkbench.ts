// A workbench on a fresh copy of the sample, with a local API of its own.
import { cp } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { startDemoApi, type DemoApi, type DemoApiOptions } from '../demoApi/demoApi.ts';
import { root } from '../runner/root.mjs';
import { temporaryFolder } from '../runner/run.mjs';
import { startWorkbench, type WorkbenchOptions } from './workbench/start.ts';

export interface SampleWorkbench {
  readonly api: DemoApi;
  readonly folder: string;
  readonly page: Page;
  /** Where the server keeps what windows and extensions store. */
  readonly dataFolder: string;
  close(): Promise<void>;
}

export interface SampleOptions extends Omit<WorkbenchOptions, 'settings'> {
  /** On top of those that lead to the local API; as a function of its address where they name it. */
  readonly settings?: Settings | ((api: string) => Settings);
}

type Settings = NonNullable<WorkbenchOptions['settings']>;

/** `prepare` may change the folder before it is opened. */
export async function openSample(
  apiOptions: DemoApiOptions = {},
  { settings, ...options }: SampleOptions = {},
  prepare: (folder: string) => Promise<void> = () => Promise.resolve(),
): Promise<SampleWorkbench> {
  const api = await startDemoApi(apiOptions);
  const folder = temporaryFolder('sample');
  await cp(path.join(root, 'test/runner/sample'), folder, { recursive: true });
  await prepare(folder);
  const workbench = await startWorkbench({
    ...options,
    settings: {
      'depict.hubUrl': api.url,
      'depict.routerUrl': api.url,
      ...settingsFor(api.url, settings),
    },
    // No token of whoever runs the tests may get in.
    env: { HF_TOKEN: '', HF_TOKEN_PATH: path.join(folder, 'no-token'), ...options.env },
  });
  return {
    api,
    folder,
    page: await workbench.open(folder),
    dataFolder: workbench.dataFolder,
    async close() {
      await workbench.close();
      await api.close();
    },
  };
}

export function settingsFor(api: string, settings: SampleOptions['settings']): Settings {
  return typeof settings === 'function' ? settings(api) : (settings ?? {});
}
