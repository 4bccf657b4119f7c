/** How many images may be made in a window before the user is asked: `depict.maxImagesPerSession`; 0 is no limit. */
import { workspace } from 'vscode';
import { checkNumber } from '../../core/checkRequest.ts';

/** @throws {ImageFailure} `invalidRequest`: a limit that cannot be read must not be taken for none */
export function sessionLimit(): number {
  const value: unknown = workspace.getConfiguration('depict').get('maxImagesPerSession');
  const range = { type: 'integer', min: 0, max: Number.MAX_SAFE_INTEGER } as const;
  return checkNumber({ name: 'depict.maxImagesPerSession', value }, range);
}
