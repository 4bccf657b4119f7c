/** A file name that cannot lead anywhere else. */
import { ImageFailure } from '../core/failure.ts';

/**
 * The name itself, when it is one without a folder.
 * @throws {ImageFailure} `invalidRequest` (`badPath`)
 */
export function plainName(name: string): string {
  if (name !== '' && name !== '.' && name !== '..' && !/[/\\\0]/.test(name)) return name;
  throw new ImageFailure({ kind: 'invalidRequest', problem: { type: 'badPath', path: name } });
}
