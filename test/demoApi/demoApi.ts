/**
 * The local API: a real HTTP server that speaks Hugging Face's dialects, draws a picture for every prompt, and can be
 * told to misbehave. Each one keeps its own state, so that many can run in one process.
 */
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { FaultRule } from './faults/fault.ts';
import { createFaultScript } from './faults/faultScript.ts';
import type { Call } from './server/call.ts';
import { createWebUi } from './dialects/automatic1111.ts';
import { createImageStore } from './server/imageStore.ts';
import { createJobBook } from './server/jobBook.ts';
import type { DemoJob } from './server/jobBook.ts';
import { createLoading } from './server/loading.ts';
import { createRecorder } from './server/recorder.ts';
import type { RecordedRequest } from './server/recorder.ts';
import { createReplyCache } from './server/replyCache.ts';
import { answer } from './server/routes.ts';
import { send } from './server/send.ts';
import { errorReply } from './server/reply.ts';
import type { Reply } from './server/reply.ts';
import { createStudio } from './studio.ts';

export interface DemoApiOptions {
  /** Default: any that is free. */
  readonly port?: number;
  /** Default 127.0.0.1. */
  readonly host?: string;
  readonly faults?: readonly FaultRule[];
  /** How long a cold model, or the sleeping endpoint, takes to be ready after its first use. Default 8. */
  readonly loadingSeconds?: number;
  /** How long making a picture takes at least. Default 0. */
  readonly generationSeconds?: number;
  /** How long the address of a picture is good for. Default 600. */
  readonly linkSeconds?: number;
  /** Models on a page of the Hub's list at most, whatever is asked for. Default 1000. */
  readonly mostPerPage?: number;
  /** Refuses callers without a token. Default false. */
  readonly requireToken?: boolean;
  /** Called with one line for each answer. */
  readonly log?: (line: string) => void;
}

export interface DemoApi {
  /** Without a slash at the end. */
  readonly url: string;
  /** In the order in which they came in, since the start or the last reset. */
  readonly requests: readonly RecordedRequest[];
  /** The jobs of providers that keep a queue, in the order in which they were accepted. */
  readonly jobs: readonly DemoJob[];
  /** How often the web UI was interrupted. */
  readonly interrupts: () => number;
  /** Resolves with all requests as soon as there are that many. */
  received(count: number): Promise<readonly RecordedRequest[]>;
  /** Replaces the faults and their counts. @throws Error on one that cannot be understood. */
  setFaults(faults: readonly FaultRule[]): void;
  /** As new: no requests, no faults, an empty cache, cold models cold again. */
  reset(): void;
  /** Breaks off what is under way. */
  close(): Promise<void>;
}

export async function startDemoApi(options: DemoApiOptions = {}): Promise<DemoApi> {
  const { port = 0, host = '127.0.0.1', loadingSeconds = 8, generationSeconds = 0, requireToken = false } = options;
  const { linkSeconds = 600, mostPerPage = 1000 } = options;
  const cache = createReplyCache(64 * 1024 * 1024);
  const loading = createLoading(loadingSeconds);
  const studio = createStudio(cache, generationSeconds);
  const jobs = createJobBook(studio, generationSeconds);
  const images = createImageStore(linkSeconds);
  const webUi = createWebUi(generationSeconds);
  const services = { studio, loading, jobs, images, webUi, requireToken, generationSeconds, mostPerPage };
  const recorder = createRecorder();
  const closing = new AbortController();
  let faults = createFaultScript(options.faults ?? []);

  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const { address, family, port: taken } = server.address() as AddressInfo;
  const url = `http://${family === 'IPv6' ? `[${address}]` : address}:${taken}`;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const hungUp = new AbortController();
    const finished = new Promise<'answered' | 'brokenOff'>((resolve) => {
      response.once('close', () => {
        hungUp.abort();
        resolve(response.writableFinished ? 'answered' : 'brokenOff');
      });
    });
    const signal = AbortSignal.any([hungUp.signal, closing.signal]);
    const { method = 'GET', url: path = '/', headers } = request;
    try {
      const body = await buffer(request);
      recorder.add({ method, path, headers, body: body.toString(), finished });
      const call: Call = { method, url: new URL(path, `http://${headers.host ?? 'localhost'}`), headers, body, signal };
      const plan = await faults(call, () => answerSafely(call));
      const requestId = { 'x-request-id': `demo-${recorder.requests.length}` };
      await send(
        response,
        { ...plan, reply: { ...plan.reply, headers: { ...requestId, ...plan.reply.headers } } },
        signal,
      );
      options.log?.(`${method} ${path} → ${plan.reply.status}, ${plan.reply.body.byteLength} bytes`);
    } catch (error) {
      response.destroy();
      options.log?.(`${method} ${path} → broken off: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  /** A mistake of this server's own must be seen by whoever tests against it, not look like a broken connection. */
  async function answerSafely(call: Call): Promise<Reply> {
    try {
      return await answer(call, services);
    } catch (error) {
      if (call.signal.aborted) throw error;
      return errorReply(500, `The local API failed: ${error instanceof Error ? (error.stack ?? '') : String(error)}`);
    }
  }

  return {
    url,
    requests: recorder.requests,
    jobs: jobs.all,
    interrupts: () => webUi.interrupts,
    received: (count) => recorder.received(count),
    setFaults(rules) {
      faults = createFaultScript(rules);
    },
    reset() {
      recorder.clear();
      faults = createFaultScript([]);
      cache.clear();
      loading.clear();
      jobs.clear();
      images.clear();
    },
    close() {
      closing.abort();
      return new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}
