/** A network of its own, as another machine would have it, in which programs can be run. Linux, and root only. */
import { execFile, spawn, spawnSync, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { findProgram, whyLeftOut } from '../../../runner/debianTools.mjs';
import { networkTools } from '../../../runner/networkTools.mjs';

const exec = promisify(execFile);

export interface Namespace {
  /** Of the process that holds it. */
  readonly id: number;
  /** Runs a program of the system to its end. @throws when it fails */
  run(program: string, ...args: readonly string[]): Promise<void>;
  start(program: string, args: readonly string[], env?: NodeJS.ProcessEnv): ChildProcessWithoutNullStreams;
  close(): Promise<void>;
}

/** In words; undefined where nothing is missing. */
export function whyNoNamespaces(): string | undefined {
  if (process.platform !== 'linux') return 'not on Linux';
  if (process.getuid?.() !== 0) return 'needs root';
  const missing = whyLeftOut(networkTools);
  if (missing !== undefined) return missing;
  const made = spawnSync(programAt('unshare'), ['--net', '--mount', 'true']);
  return made.status === 0 ? undefined : 'no namespaces are allowed here';
}

/**
 * It lasts as long as the process that holds it, which ends with the input from here: nothing is left behind by a test
 * that is killed.
 * @param hosts its /etc/hosts, besides localhost; no name server answers
 * @param folder for its files
 */
export async function openNamespace(name: string, hosts: readonly string[], folder: string): Promise<Namespace> {
  const hostsFile = path.join(folder, `${name}.hosts`);
  const resolver = path.join(folder, `${name}.resolv.conf`);
  await writeFile(hostsFile, ['127.0.0.1 localhost', '::1 localhost', ...hosts, ''].join('\n'));
  await writeFile(resolver, 'nameserver 127.0.0.1\noptions attempts:1 timeout:1\n');
  const setUp = [
    `mount --bind ${hostsFile} /etc/hosts`,
    `mount --bind ${resolver} /etc/resolv.conf`,
    `${programAt('ip')} link set lo up`,
    'echo ready',
    'exec cat',
  ].join(' && ');
  const holder = spawn(programAt('unshare'), ['--net', '--mount', 'sh', '-c', setUp], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [said] = (await Promise.race([once(holder.stdout, 'data'), once(holder, 'close')])) as [unknown];
  const id = holder.pid;
  if (id === undefined || !String(said).includes('ready')) throw new Error(`No network ${name} could be made`);

  const inside = (program: string, args: readonly string[]): readonly string[] => [
    `--target=${id}`,
    '--net',
    '--mount',
    '--',
    path.isAbsolute(program) ? program : programAt(program),
    ...args,
  ];
  return {
    id,
    async run(program, ...args) {
      await exec(programAt('nsenter'), inside(program, args));
    },
    start: (program, args, env = process.env) => spawn(programAt('nsenter'), inside(program, args), { env }),
    async close() {
      const ended = once(holder, 'close');
      holder.stdin.end();
      await ended;
    },
  };
}

/** One end of a cable. */
export interface Plug {
  readonly at: Namespace;
  /** Name of the device: at most 15 characters. */
  readonly device: string;
  /** With the length of their networks: `10.1.2.3/24`. */
  readonly addresses: readonly string[];
}

export async function connect(one: Plug, other: Plug): Promise<void> {
  const { at, device } = one;
  const peer = ['peer', 'name', other.device, 'netns', String(other.at.id)];
  await at.run('ip', 'link', 'add', device, 'type', 'veth', ...peer);
  for (const plug of [one, other]) {
    for (const address of plug.addresses) {
      // IPv6 waits a second before it uses an address that somebody else might have.
      const more = address.includes(':') ? ['nodad'] : [];
      await plug.at.run('ip', 'address', 'add', address, 'dev', plug.device, ...more);
    }
    await plug.at.run('ip', 'link', 'set', plug.device, 'up');
  }
}

function programAt(name: string): string {
  const found = findProgram(name);
  if (found === undefined) throw new Error(`${name} is not installed`);
  return found;
}
