/**
 * A program that asks for pictures as the extension does, with the network, the environment and the certificates of
 * wherever it is run. Each line of its input is an `Asked`, and each of its output the `Outcome`, both in JSON.
 *   clientProgram.js
 */
import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { isImageFailure } from '../../../../src/core/failure.ts';
import type { NetworkSettings } from '../../../../src/inference/transport/undiciTransport.ts';
import { createUndiciTransport } from '../../../../src/inference/transport/undiciTransport.ts';
import { inferring, png } from '../inferring.ts';
import { startServer } from '../scriptedServer.ts';
import { directNetwork } from '../transport/directNetwork.ts';
import type { Asked, Outcome } from './client.ts';

async function outcomeOf({ service, provider, network }: Asked): Promise<Outcome> {
  const settings: NetworkSettings = {
    ...directNetwork,
    proxySupport: 'override',
    systemCertificates: true,
    ...network,
  };
  const transport = createUndiciTransport(settings);
  const asked = { request: { provider: provider ?? 'hf-inference' }, transport };
  const [, address, name = ''] = /^here (\S+)(?: (\S+))?$/.exec(service) ?? [];
  const here = address === undefined ? undefined : await startServer([{ body: png }], { address });
  const url = here && name !== '' ? `http://${name}:${new URL(here.url).port}` : here?.url;
  try {
    const { bytes } = await inferring(url ?? service, asked).image;
    return { bytes: bytes.length };
  } catch (error) {
    if (isImageFailure(error)) return { failure: error.failure };
    throw error;
  } finally {
    await here?.close();
    await transport.close();
  }
}

async function run(): Promise<void> {
  for await (const line of createInterface(process.stdin)) {
    writeSync(1, `${JSON.stringify(await outcomeOf(JSON.parse(line) as Asked))}\n`);
  }
}

run().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
