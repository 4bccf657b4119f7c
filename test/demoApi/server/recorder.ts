/** Keeps what came in, so that tests can check the wire and see how each request ended. */
import type { IncomingHttpHeaders } from 'node:http';

export interface RecordedRequest {
  readonly method: string;
  /** With its query, as it was sent. */
  readonly path: string;
  /** Names in lower case. */
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** Resolves when it is over: answered to the end, or the connection broke before, from either side. */
  readonly finished: Promise<'answered' | 'brokenOff'>;
}

export interface Recorder {
  readonly requests: readonly RecordedRequest[];
  add(request: RecordedRequest): void;
  /** Resolves with all requests as soon as there are that many. */
  received(count: number): Promise<readonly RecordedRequest[]>;
  clear(): void;
}

export function createRecorder(): Recorder {
  const requests: RecordedRequest[] = [];
  const waiting = new Set<() => void>();
  return {
    requests,
    add(request) {
      requests.push(request);
      for (const look of waiting) look();
    },
    received: (count) =>
      new Promise((resolve) => {
        function look(): void {
          if (requests.length < count) return;
          waiting.delete(look);
          resolve([...requests]);
        }
        waiting.add(look);
        look();
      }),
    clear() {
      requests.length = 0;
    },
  };
}
