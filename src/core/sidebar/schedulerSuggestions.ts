/** What is suggested for the scheduler of a server that has lists of samplers and schedules. */

export interface HomeSamplers {
  /** What `depict.parameters.scheduler` may be. */
  readonly samplers: readonly string[];
  /** May follow a sampler's name after a space: `DPM++ 2M Karras`. Programs from before 2024 have no such list. */
  readonly schedules: readonly string[];
}

/**
 * Every sampler, and the schedules behind the one that is typed: all pairs would be hundreds, and a schedule by itself
 * is nothing that the server takes.
 */
export function schedulerSuggestions({ samplers, schedules }: HomeSamplers, typed: string): readonly string[] {
  const words = typed.trim();
  const chosen = samplers
    .filter((sampler) => words === sampler || words.startsWith(`${sampler} `))
    .toSorted((a, b) => b.length - a.length);
  const pairs = chosen.flatMap((sampler) => schedules.map((schedule) => `${sampler} ${schedule}`));
  return [...new Set([...samplers, ...pairs])];
}
