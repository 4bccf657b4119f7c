/** What an error of the file system means for somebody who wants to save a picture. */
import { ImageFailure, isImageFailure, type SaveProblem } from '../core/failure.ts';

const problems: Readonly<Record<string, SaveProblem>> = {
  ENOSPC: 'noSpace',
  EDQUOT: 'noSpace',
  EACCES: 'noPermission',
  EPERM: 'noPermission',
  ENOTDIR: 'folderIsFile',
  EEXIST: 'folderIsFile', // from mkdir; a taken file name never gets here
  EROFS: 'readOnlyFileSystem',
  ENAMETOOLONG: 'nameTooLong',
};

/** An `ImageFailure` passes as it is; an error that is not the system's is a bug and passes too. */
export function saveFailure(error: unknown, path: string): unknown {
  if (isImageFailure(error)) return error;
  const code = errorCode(error);
  if (code === 'ERR_INVALID_ARG_VALUE') {
    // Node's word for a NUL in a path.
    return new ImageFailure({ kind: 'invalidRequest', problem: { type: 'badPath', path } }, { cause: error });
  }
  if (code === undefined || code.startsWith('ERR_')) return error;
  const problem = problems[code] ?? 'other';
  return new ImageFailure({ kind: 'notSaved', problem, path, detail: code }, { cause: error });
}

/** The system's code, such as `ENOSPC`, or Node's own, such as `ERR_INVALID_ARG_VALUE`. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
