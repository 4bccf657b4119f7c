/** A real HTTP server on loopback that answers from a list, one step for each request, and keeps what it was sent. */
import {
  createServer,
  type IncomingHttpHeaders,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';

export interface Received {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** The connection it came over: the same object for requests that share one. */
  readonly socket: Socket;
  /** Settles when the answer was sent whole (true) or the connection was given up before (false). */
  readonly answered: Promise<boolean>;
}

export interface Answer {
  /** Default 200. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  readonly json?: unknown;
}

/** What is answered; a function does it by hand. */
export type Step = Answer | ((response: ServerResponse, received: Received) => void);

export interface ScriptedServer {
  /** Without a slash at the end. */
  readonly url: string;
  readonly host: string;
  readonly received: readonly Received[];
  /** Resolves with that request, counted from 0, as soon as it is there. */
  arrival(index: number): Promise<Received>;
  close(): Promise<void>;
}

export interface ServerOptions {
  /** Default 127.0.0.1. */
  readonly address?: string;
  /** PEM: the server speaks https. */
  readonly tls?: { readonly key: string; readonly cert: string };
}

/** The last step goes on for ever. */
export async function startServer(steps: readonly Step[], options: ServerOptions = {}): Promise<ScriptedServer> {
  const received: Received[] = [];
  const waiting: (() => void)[] = [];

  async function answer(...[request, response]: Parameters<RequestListener>): Promise<void> {
    const answered = new Promise<boolean>((resolve) => {
      response.on('close', () => resolve(response.writableFinished));
    });
    const body = (await buffer(request)).toString();
    const { method = '', url = '', headers, socket } = request;
    const one = { method, path: url, headers, body, socket, answered };
    const step = steps[Math.min(received.length, steps.length - 1)] ?? {};
    received.push(one);
    for (const wake of waiting.splice(0)) wake();
    if (typeof step === 'function') step(response, one);
    else send(response, step);
  }

  const listener: RequestListener = (request, response) => {
    // A caller that hangs up while it still sends is no matter for the test.
    answer(request, response).catch(() => response.destroy());
  };
  const server: Server = options.tls ? createSecureServer(options.tls, listener) : createServer(listener);
  const { address = '127.0.0.1' } = options;
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, address, resolve));
  const host = `${address.includes(':') ? `[${address}]` : address}:${(server.address() as AddressInfo).port}`;

  return {
    url: `${options.tls ? 'https' : 'http'}://${host}`,
    host,
    received,
    async arrival(index) {
      for (;;) {
        const one = received[index];
        if (one) return one;
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Starts a server, runs the test with it and stops it again. */
export async function withServer(
  steps: readonly Step[],
  run: (server: ScriptedServer) => Promise<void>,
  options?: ServerOptions,
): Promise<void> {
  const server = await startServer(steps, options);
  try {
    await run(server);
  } finally {
    await server.close();
  }
}

function send(response: ServerResponse, { status = 200, headers = {}, body, json }: Answer): void {
  const content = json === undefined ? (body ?? '') : JSON.stringify(json);
  const type = json === undefined ? {} : { 'content-type': 'application/json' };
  response.writeHead(status, { ...type, ...headers });
  response.end(content);
}
