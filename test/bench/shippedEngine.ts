/** The engine as it is shipped, with the network settings of a VS Code that nobody has changed. */
import { createRequire } from 'node:module';
import path from 'node:path';
import type { createEngine as CreateEngine, Engine } from '../../src/engine.ts';
import { root } from '../runner/root.mjs';

export function shippedEngine(): Engine {
  const load = createRequire(import.meta.url);
  const { createEngine } = load(path.join(root, 'dist/engine.js')) as { createEngine: typeof CreateEngine };
  return createEngine({
    proxySupport: 'override',
    proxy: undefined,
    proxyAuthorization: undefined,
    proxyStrictSSL: true,
    noProxy: [],
    systemCertificates: true,
  });
}
