/** The engine, loaded when the first image is asked for: undici alone would cost every start of the editor its load time. */
import { workspace, type Disposable } from 'vscode';
import type { Engine, NetworkSettings } from '../../engine.ts';

export interface LazyEngine extends Disposable {
  /** The engine for the network settings of now. */
  load(): Promise<Engine>;
}

export function createLazyEngine(create: (network: NetworkSettings) => Promise<Engine>): LazyEngine {
  let current: Promise<Engine> | undefined;

  function drop(): void {
    const old = current;
    current = undefined;
    old?.then(
      (engine) => engine.dispose(),
      () => undefined,
    );
  }

  const watching = workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration('http')) drop();
  });

  return {
    load() {
      if (current) return current;
      const loading = create(readNetworkSettings());
      current = loading;
      // After a failure the next job tries anew.
      loading.catch(() => {
        if (current === loading) current = undefined;
      });
      return loading;
    },
    dispose() {
      watching.dispose();
      drop();
    },
  };
}

/** VS Code's own settings for the network. They steer the host's requests, so ours must follow them. */
function readNetworkSettings(): NetworkSettings {
  const http = workspace.getConfiguration('http');
  const text = (key: string): string | undefined => {
    const value: unknown = http.get(key);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const noProxy: unknown = http.get('noProxy');
  return {
    proxySupport: text('proxySupport') ?? 'override',
    proxy: text('proxy'),
    proxyAuthorization: text('proxyAuthorization'),
    proxyStrictSSL: http.get('proxyStrictSSL') !== false,
    noProxy: Array.isArray(noProxy) ? noProxy.filter((one) => typeof one === 'string') : [],
    systemCertificates: http.get('systemCertificates') !== false,
  };
}
