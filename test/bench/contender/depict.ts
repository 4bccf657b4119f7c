/** Depict as it is shipped: checked, stamped with its settings, and saved under a name that was free. */
import path from 'node:path';
import { numberedName } from '../../../src/core/names/numberedName.ts';
import type { ImageRequest, ServiceSettings } from '../../../src/core/request.ts';
import { prompt, type Contender } from './contender.ts';
import { shippedEngine } from '../shippedEngine.ts';

const request: ImageRequest = {
  prompt,
  model: 'owner/model',
  provider: 'auto',
  parameters: { width: 1024, height: 1024 },
};
const service = {
  hubUrl: 'https://huggingface.co',
  routerUrl: 'https://router.huggingface.co',
  useCache: true,
  waitForModel: true,
  timeoutSeconds: 300,
} as const satisfies ServiceSettings;

export const depict: Contender = {
  label: 'Depict',
  async prepare() {
    const engine = shippedEngine();
    // As src/editor/generate/makeImages.ts puts it together.
    return async (url, file) => {
      const folder = path.dirname(file);
      const { name, ext } = path.parse(file);
      await engine.generate(
        request,
        { embedSettings: true, generator: 'Depict bench' },
        {
          infer: (seeded) =>
            engine.infer(
              seeded,
              { ...service, endpoint: { url, api: 'hf' } },
              {
                tokenFor: () => Promise.resolve(undefined),
                onStage: () => undefined,
                signal: new AbortController().signal,
              },
            ),
          inflate: engine.inflate,
          save: async ({ pieces }) => {
            const fileName = (attempt: number): string => numberedName(name, ext.slice(1), attempt);
            const saved = await engine.saveNewFile({ folder, roots: [folder], fileName }, pieces);
            return { place: saved.path, bytes: saved.bytes };
          },
          remember: () => undefined,
          onStage: () => undefined,
          now: () => new Date(),
          randomSeed: () => String(crypto.getRandomValues(new Uint32Array(1))[0]),
        },
      );
    };
  },
};
