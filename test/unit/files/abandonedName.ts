/** The name that an earlier process of this number, `deadWriter`, would have given to an unfinished file. */
import { nameUnfinished } from '../../../src/files/unfinishedFile.ts';

export function abandonedName(fileName: string, bytes: number): string {
  return nameUnfinished(fileName, bytes).replace(/-[0-9a-z]+-([0-9a-f]{8})\.depict-part$/, '-1-$1.depict-part');
}
