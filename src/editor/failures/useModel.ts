/** The buttons that put another model in the place of one that is not to be had. */
import type { FailureAction, UseModel } from './words.ts';

const prefix = 'use:';

/** Undefined for every other button. */
export function modelToUse(action: FailureAction): string | undefined {
  return isUseModel(action) ? action.slice(prefix.length) : undefined;
}

export function isUseModel(action: FailureAction): action is UseModel {
  return action.startsWith(prefix);
}
