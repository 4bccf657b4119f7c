/** A program that reads a language as its users' tools do, to compare with what we write and find. */
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

/** An image as a compiler sees it. */
export interface SeenImage {
  /** As the compiler has it: for most still encoded as a URI is. */
  readonly source: string;
  /** Plain text; undefined where the compiler does not tell. */
  readonly alt: string | undefined;
  /** Plain text of the figure's. */
  readonly caption?: string;
}

export interface Compiler {
  readonly name: string;
  /** Why it cannot be asked here; undefined where it can. */
  readonly leftOut: string | undefined;
  /**
   * The images of each document, read in as few processes as may be.
   * @param files those that the documents link to, as seen from them
   */
  readonly see: (documents: readonly string[], files: readonly string[]) => Promise<readonly (readonly SeenImage[])[]>;
}

/** @throws where the program fails, with what it said */
export async function outputOf(program: string, args: readonly string[], input: string): Promise<string> {
  const child = spawn(program, args, { stdio: 'pipe' });
  child.stdin.end(input);
  const closed = new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  const [code, output, errors] = await Promise.all([closed, text(child.stdout), text(child.stderr)]);
  if (code !== 0) throw new Error(`${program} ended with ${code}: ${errors.slice(0, 2_000)}`);
  return output;
}
