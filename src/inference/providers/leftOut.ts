/** Which of the parameters that are set have no place in a call. */
import type { ParameterName, ParameterValues } from '../../core/parameters.ts';

/** @param taken the names that the service has a place for */
export function leftOut(
  { negativePrompt, ...others }: ParameterValues,
  taken: readonly ParameterName[],
): readonly ParameterName[] {
  const set = { ...others, ...(negativePrompt?.length ? { negativePrompt } : {}) };
  return (Object.keys(set) as ParameterName[]).filter((name) => set[name] !== undefined && !taken.includes(name));
}
