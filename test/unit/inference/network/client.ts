/** A client program that runs in a network, and is asked for one picture after the other. */
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Failure } from '../../../../src/core/failure.ts';
import type { NetworkSettings } from '../../../../src/inference/transport/undiciTransport.ts';
import type { Namespace } from './namespace.ts';

export interface Asked {
  /** Where the Hub and the router are; `here ADDRESS [NAME]` starts one on the client's own machine. */
  readonly service: string;
  /** Default hf-inference. */
  readonly provider?: string;
  readonly network?: Partial<NetworkSettings>;
}

export interface Outcome {
  readonly bytes?: number;
  readonly failure?: Failure;
}

export interface Surroundings {
  readonly env?: Readonly<Record<string, string>>;
  /** The Node that runs it; default this one. */
  readonly node?: string;
}

export interface Client {
  /** One at a time. */
  ask(asked: Asked): Promise<Outcome>;
  close(): Promise<void>;
}

/** Variables that would get in the way: the machine that runs the tests may have a proxy itself. */
const unwanted = /^(https?|all|no)_proxy$|^NODE_|^SSL_CERT_/i;

export function startClient(
  at: Namespace,
  program: string,
  { env = {}, node = process.execPath }: Surroundings,
): Client {
  const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !unwanted.test(name)));
  const child = at.start(node, [program], { ...own, ...env });
  const closed = once(child, 'close');
  let complaint = '';
  child.stderr.on('data', (text: Buffer) => (complaint += text.toString()));
  const answers = createInterface(child.stdout)[Symbol.asyncIterator]();
  return {
    async ask(asked) {
      child.stdin.write(`${JSON.stringify(asked)}\n`);
      const { value, done } = await answers.next();
      if (done) throw new Error(`The client did not get to an end: ${complaint}`);
      return JSON.parse(value) as Outcome;
    },
    async close() {
      child.stdin.end();
      await closed;
    },
  };
}
