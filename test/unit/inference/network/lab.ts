/**
 * Four machines: a client that reaches nothing but a proxy (tinyproxy), the service behind it, and a client that has
 * IPv6 alone. `service.test` is known to the proxy, and to the second client by IPv6.
 */
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import { findProgram } from '../../../runner/debianTools.mjs';
import { model } from '../inferring.ts';
import { testCertificate } from '../transport/testCertificate.ts';
import { startClient, type Asked, type Client, type Outcome, type Surroundings } from './client.ts';
import { connect, openNamespace, type Namespace } from './namespace.ts';

/** A request as the service got it. */
export interface Received {
  readonly asked: string;
  readonly secure: boolean;
  readonly proxyAuthorization: string | null;
}

export interface Heard {
  readonly received: readonly Received[];
  /** What the proxy was asked: `CONNECT host:port`, `POST http://…`. */
  readonly proxied: readonly string[];
}

export interface Lab {
  /** Asks from the machine that reaches the proxy alone. */
  behindProxy(asked: Asked, surroundings?: Surroundings): Promise<Outcome>;
  /** Asks from the machine that has IPv6 alone. */
  withIpv6(asked: Asked, surroundings?: Surroundings): Promise<Outcome>;
  readonly ports: { readonly http: number; readonly https: number };
  /** What was asked since this was called last. */
  heard(): Promise<Heard>;
  /** Of the authority that the service's certificate is from; nobody trusts it. */
  readonly certificateFile: string;
  close(): Promise<void>;
}

/** The proxy's, for whoever knows the password; in the networks of the lab. */
export const proxyAt = { user: 'me', password: 's3cret', v4: '10.88.1.1:8888', v6: '[fd88:1::1]:8888' } as const;
export const serviceAt = { v4: '10.88.2.2', v6: '[fd88:2::2]' } as const;

export const proxyUrl = `http://${proxyAt.user}:${proxyAt.password}@${proxyAt.v4}`;
/** What is posted to. */
export const modelPath = `/hf-inference/models/${model}`;

interface Service {
  readonly ports: Lab['ports'];
  /** Prints it, after all that it has to print. */
  mark(name: string): void;
}

const programs = ['serviceProgram', 'clientProgram'] as const;

export async function openLab(): Promise<Lab> {
  const folder = await mkdtemp(path.join(tmpdir(), 'depict-network-'));
  const networks: Namespace[] = [];
  const children: ChildProcessWithoutNullStreams[] = [];
  const clients = new Map<string, Client>();
  const received: Received[] = [];
  const proxied: string[] = [];
  const news = new EventEmitter();
  let marks = 0;

  async function close(): Promise<void> {
    await Promise.all([...clients.values()].map((client) => client.close()));
    const running = children.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
    await Promise.all(
      running.map((child) => {
        const closed = once(child, 'close');
        child.stdin.end();
        return closed;
      }),
    );
    await Promise.all(networks.map((network) => network.close()));
    await rm(folder, { recursive: true, force: true });
  }

  async function open(name: string, hosts: readonly string[]): Promise<Namespace> {
    const network = await openNamespace(name, hosts, folder);
    networks.push(network);
    return network;
  }

  /** Resolves with the first line that says so. */
  function follow(
    child: ChildProcessWithoutNullStreams,
    isReady: (line: string) => boolean,
    heard: (line: string) => void,
  ): Promise<string> {
    children.push(child);
    child.stderr.pipe(process.stderr);
    return new Promise((resolve, reject) => {
      createInterface(child.stdout).on('line', (line) => {
        heard(line);
        if (isReady(line)) resolve(line);
      });
      child.once('close', (code) => reject(new Error(`A program of the lab ended with ${code}`)));
    });
  }

  async function startProxy(at: Namespace): Promise<void> {
    const file = path.join(folder, 'tinyproxy.conf');
    const { user, password } = proxyAt;
    const lines = ['Port 8888', 'Timeout 60', 'LogLevel Info', `BasicAuth ${user} ${password}`];
    await writeFile(file, `${lines.join('\n')}\n`);
    // It takes no notice of its input: the shell ends it when that ends, also where these tests are killed.
    const command = `${findProgram('tinyproxy')} -d -c ${file} & cat; kill $!; wait`;
    await follow(
      at.start('/bin/sh', ['-c', command]),
      (line) => line.includes('Accepting connections'),
      (line) => {
        const [, what] = /Request \(file descriptor \d+\): (\S+ \S+) HTTP/.exec(line) ?? [];
        if (what?.includes('//mark-')) news.emit(what);
        else if (what !== undefined) proxied.push(what);
      },
    );
  }

  async function startService(at: Namespace): Promise<Service> {
    const program = path.join(folder, 'serviceProgram.js');
    const child = at.start(process.execPath, [program]);
    const ports = await follow(
      child,
      (line) => line.startsWith('{"http"'),
      (line) => {
        if (line.startsWith('{"asked"')) received.push(JSON.parse(line) as Received);
        if (line.startsWith('{"mark"')) news.emit(line);
      },
    );
    return { ports: JSON.parse(ports) as Lab['ports'], mark: (name) => child.stdin.write(`${name}\n`) };
  }

  /** What they print comes by other ways than the client's answer: each is made to say something last. */
  async function hear(service: Service, client: Client): Promise<Heard> {
    const name = `mark-${(marks += 1)}`;
    const url = `http://${name}.test`;
    const marked = Promise.all([once(news, JSON.stringify({ mark: name })), once(news, `POST ${url}${modelPath}`)]);
    service.mark(name);
    await client.ask({ service: url, network: { proxy: proxyUrl } });
    await marked;
    return { received: received.splice(0), proxied: proxied.splice(0) };
  }

  /** One program for each of the surroundings: starting it takes far longer than asking. */
  function clientIn(at: Namespace, surroundings: Surroundings = {}): Client {
    const key = JSON.stringify([at.id, surroundings]);
    const client = clients.get(key) ?? startClient(at, path.join(folder, 'clientProgram.js'), surroundings);
    clients.set(key, client);
    return client;
  }

  try {
    const [client, proxy, service, six] = await Promise.all([
      open('client', []),
      open('proxy', [`${serviceAt.v4} service.test`]),
      open('service', []),
      open('six', ['fd88:3::1 service.test', 'fd88:3::1 both.test', `${serviceAt.v4} both.test`]),
      build({
        entryPoints: programs.map((name) => `test/unit/inference/network/${name}.ts`),
        bundle: true,
        platform: 'node',
        target: 'node20',
        outdir: folder,
      }),
    ]);
    await connect(
      { at: client, device: 'to-proxy', addresses: ['10.88.1.2/24', 'fd88:1::2/64'] },
      { at: proxy, device: 'to-client', addresses: ['10.88.1.1/24', 'fd88:1::1/64'] },
    );
    await connect(
      { at: service, device: 'to-proxy', addresses: ['10.88.2.2/24', 'fd88:2::2/64'] },
      { at: proxy, device: 'to-service', addresses: ['10.88.2.1/24', 'fd88:2::1/64'] },
    );
    await connect(
      { at: service, device: 'to-six', addresses: ['fd88:3::1/64'] },
      { at: six, device: 'to-service', addresses: ['fd88:3::2/64'] },
    );
    await six.run('ip', 'address', 'del', '127.0.0.1/8', 'dev', 'lo');
    const certificateFile = path.join(folder, 'authority.pem');
    await writeFile(certificateFile, testCertificate.cert);
    const [running] = await Promise.all([startService(service), startProxy(proxy)]);
    return {
      behindProxy: (asked, surroundings) => clientIn(client, surroundings).ask(asked),
      withIpv6: (asked, surroundings) => clientIn(six, surroundings).ask(asked),
      ports: running.ports,
      heard: () => hear(running, clientIn(client)),
      certificateFile,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
