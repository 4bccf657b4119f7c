/** The two clients, each as it is meant to be used. */
import { prompt } from '../contender/contender.ts';
import { shippedEngine } from '../shippedEngine.ts';
import type { Trouble } from './troubles.ts';

export interface Got {
  readonly bytes: Uint8Array;
  /** What the client says that it is. */
  readonly type: string;
}

/** @param api address of the local API. Rejects with the client's own error, or when the signal is aborted. */
export type Ask = (api: string, at: Trouble['at'], signal: AbortSignal) => Promise<Got>;

const token = 'hf_demo';

/** The whole story but for the file, whose pieces are kept in memory. */
export function askDepict(): Ask {
  const engine = shippedEngine();
  return async (api, at, signal) => {
    const isEndpoint = 'endpoint' in at;
    const service = { hubUrl: api, routerUrl: api, useCache: true, waitForModel: true, timeoutSeconds: 300 };
    const settings = isEndpoint ? { ...service, endpoint: { url: api + at.endpoint, api: 'hf' as const } } : service;
    let pieces: readonly Uint8Array[] = [];
    const { format } = await engine.generate(
      { prompt, parameters: {}, ...(isEndpoint ? { model: 'owner/name', provider: 'auto' } : at) },
      { embedSettings: false, generator: 'Depict bench' },
      {
        infer: (request) =>
          engine.infer(request, settings, { tokenFor: () => Promise.resolve(token), onStage: () => undefined, signal }),
        inflate: engine.inflate,
        save: (image) => {
          ({ pieces } = image);
          return Promise.resolve({ place: undefined, bytes: 0 });
        },
        remember: () => undefined,
        onStage: () => undefined,
        now: () => new Date(),
        randomSeed: () => '1',
      },
    );
    return { bytes: Buffer.concat(pieces), type: `image/${format}` };
  };
}

/** Its addresses are fixed: what it sends to Hugging Face goes to the local API. */
export async function askOfficialClient(): Promise<Ask> {
  const { textToImage } = await import('@huggingface/inference');
  const realFetch = globalThis.fetch;
  return async (api, at, signal) => {
    globalThis.fetch = (input, init) => {
      const url = new URL(input instanceof Request ? input.url : input);
      const isTheirs = ['huggingface.co', 'router.huggingface.co'].includes(url.hostname);
      return realFetch(isTheirs ? api + url.pathname + url.search : input, init);
    };
    try {
      const where = 'endpoint' in at ? { endpointUrl: api + at.endpoint } : { provider: at.provider, model: at.model };
      const blob = await textToImage({ ...where, accessToken: token, inputs: prompt }, { outputType: 'blob', signal });
      return { bytes: new Uint8Array(await blob.arrayBuffer()), type: blob.type };
    } finally {
      globalThis.fetch = realFetch;
    }
  };
}
