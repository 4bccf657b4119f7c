// Runs programs, and leaves nothing behind when this one ends.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What a person can do something about: printed without a stack. */
export class Advice extends Error {
  /** @override */
  name = 'Advice';
}

/**
 * Runs a program to its end and gives what it printed.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, inherit?: boolean, timeoutSeconds?: number }} [options] `inherit` shows the output as it comes
 * @returns {Promise<{ code: number, output: string }>} 127 when there is no such program, 124 when it took too long
 */
export function run(command, args, { cwd, env, inherit = false, timeoutSeconds = 1800 } = {}) {
  return new Promise((resolve) => {
    const windowsScript = process.platform === 'win32' && command === 'npm';
    const child = spawn(windowsScript ? 'npm.cmd' : command, args, {
      cwd,
      env: env ?? process.env,
      shell: windowsScript,
      stdio: inherit ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      child.kill('SIGKILL');
    }, timeoutSeconds * 1000);
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => {
      clearTimeout(timer);
      resolve({ code: 127, output: `${output}${error.message}` });
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code: late ? 124 : (code ?? 1), output });
    });
  });
}

const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/**
 * Runs the main function of a program: an Advice is printed as one sentence, anything else with its stack. A signal
 * ends the program by way of its `exit` listeners, so that nothing is left behind.
 * @param {() => Promise<number | void>} main gives the exit code, 0 if nothing
 */
export async function runMain(main) {
  for (const signal of signals) process.on(signal, onSignal);
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    if (!printed(error)) console.error(error instanceof Advice ? error.message : error);
    process.exitCode = 1;
  } finally {
    for (const signal of signals) process.off(signal, onSignal);
  }
}

/**
 * Others that listen, such as the one who started the tests, get a moment to end what is theirs.
 * @param {NodeJS.Signals} signal
 */
function onSignal(signal) {
  setTimeout(() => process.exit(signal === 'SIGINT' ? 130 : 143), process.listenerCount(signal) > 1 ? 2000 : 0);
}

/**
 * A failed build has already said what is wrong, with the place.
 * @param {unknown} error
 */
function printed(error) {
  return error instanceof Error && 'errors' in error && Array.isArray(error.errors);
}

/**
 * Does something when this program ends, and at the latest when the function that it gives is called.
 * @param {() => void} cleanUp synchronous; runs once
 * @returns {() => void}
 */
export function atExit(cleanUp) {
  // Each server, browser and folder of a run adds one.
  process.setMaxListeners(0);
  const once = () => {
    process.off('exit', once);
    cleanUp();
  };
  process.on('exit', once);
  return once;
}

/**
 * A new folder that goes when this program ends, also after Ctrl+C.
 * @param {string} purpose part of its name
 * @returns {string}
 */
export function temporaryFolder(purpose) {
  const folder = mkdtempSync(path.join(tmpdir(), `depict-${purpose}-`));
  // Last of all: what still writes there was ended by `atExit`, and takes a moment to be gone.
  process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));
  return folder;
}

/** Resolves when a person or a supervisor asks this program to end, which then ends in its own time. */
export function untilStopped() {
  return new Promise((resolve) => {
    for (const signal of signals) {
      process.off(signal, onSignal);
      process.on(signal, resolve);
    }
  });
}
