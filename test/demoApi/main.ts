/** The local API from the command line: npm run demo-api -- [--port 8787] [--loading 8] [--faults script.json] … */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { startDemoApi } from './demoApi.ts';
import type { FaultRule } from './faults/fault.ts';
import { namedFaults } from './faults/namedFaults.ts';
import { routesText } from './server/routes.ts';

const usage = `npm run demo-api -- [options]
  --port <number>        default 8787
  --host <address>       default 127.0.0.1
  --loading <seconds>    how long a cold model takes to load, default 8
  --generation <seconds> how long a picture takes at least, default 0
  --links <seconds>      how long the address of a picture is good for, default 600
  --require-token        refuse callers without a token (good ones begin with hf_demo)
  --faults <file>        JSON: [{ "on": "POST /models/*", "nth": 1, "fault": "overloaded" }, …]
Faults by name: ${Object.keys(namedFaults).join(', ')}
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8787' },
      host: { type: 'string', default: '127.0.0.1' },
      loading: { type: 'string', default: '8' },
      generation: { type: 'string', default: '0' },
      links: { type: 'string', default: '600' },
      'require-token': { type: 'boolean', default: false },
      faults: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(usage);
    return;
  }
  const api = await startDemoApi({
    port: number('port', values.port, 65_535),
    host: values.host,
    loadingSeconds: number('loading', values.loading, 86_400),
    generationSeconds: number('generation', values.generation, 86_400),
    linkSeconds: number('links', values.links, 86_400),
    requireToken: values['require-token'],
    faults: values.faults === undefined ? [] : await rulesIn(values.faults),
    log: (line) => console.log(line),
  });
  console.log(`The local API is at ${api.url}\n\n${routesText()}\nCtrl+C ends it.`);
  process.once('SIGINT', () => void api.close());
  process.once('SIGTERM', () => void api.close());
}

function number(name: string, text: string, max: number): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value <= max)) {
    throw new Error(`--${name} has to be a number from 0 to ${max}, not "${text}".`);
  }
  return value;
}

async function rulesIn(file: string): Promise<readonly FaultRule[]> {
  const rules: unknown = JSON.parse(await readFile(file, 'utf8'));
  if (!Array.isArray(rules)) throw new Error(`${file} has to hold a list of rules.`);
  return rules as readonly FaultRule[];
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  console.error(`\n${usage}`);
  process.exitCode = 1;
});
