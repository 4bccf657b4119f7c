/** Puts what was measured into words and a table. */
import type { Case, Measured } from './cases.ts';
import { contenderNames, contenders, type ContenderName } from './contender/contenders.ts';
import type { Times } from './measureTimes.ts';
import type { CameOut } from './trouble/main.ts';

export interface Measurement {
  readonly case: Case;
  readonly times: Times;
  /** Bytes. */
  readonly memory: Measured;
}

/**
 * Three rows for each case: times and processor times, with Depict's as a multiple of the other's, and memory at the
 * peak, as a multiple of the pictures'.
 */
export function table(measurements: readonly Measurement[]): string {
  const head = ['picture', 'at once', '', ...contenderNames.map((name) => contenders[name].label)];
  const rows = measurements.flatMap(({ case: { picture, atOnce }, times, memory }) => {
    const together = picture.bytes * atOnce;
    return [
      [picture.label, String(atOnce), 'time', ...timesBeside(times.wall)],
      ['', '', 'processor', ...timesBeside(times.processor)],
      [
        '',
        '',
        'memory',
        ...contenderNames.map((name) => {
          const peak = memory[name];
          return peak === undefined ? '-' : `${megabytes(peak)}  (${ratio(peak, together)})`;
        }),
      ],
    ];
  });
  return aligned([head, ...rows]);
}

function timesBeside(times: Measured): readonly string[] {
  return contenderNames.map((name) => {
    const time = times[name];
    if (time === undefined) return '-';
    return `${milliseconds(time)}${name === 'depict' ? '' : `  (${ratio(times.depict, time)})`}`;
  });
}

export interface Goal {
  readonly text: string;
  readonly atMost: number;
  readonly reached: number;
}

export function goals({ case: { picture, atOnce }, times, memory }: Measurement): readonly Goal[] {
  const beside = ({ depict = Number.NaN, ...others }: Measured, name: Exclude<ContenderName, 'depict'>): number =>
    depict / (others[name] ?? Number.NaN);
  return [
    { text: 'time beside the official client', atMost: 0.6, reached: beside(times.wall, 'officialClient') },
    { text: 'processor time beside it', atMost: 0.6, reached: beside(times.processor, 'officialClient') },
    { text: 'time beside plain undici', atMost: 1.3, reached: beside(times.wall, 'plainUndici') },
    {
      text: 'peak memory beside the size of the picture',
      atMost: 3,
      reached: (memory.depict ?? Number.NaN) / (picture.bytes * atOnce),
    },
  ];
}

export function goalLine({ text, atMost, reached }: Goal): string {
  const word = reached <= atMost ? 'reached    ' : 'NOT REACHED';
  return `  ${word}  ${reached.toFixed(2)} x  (at most ${atMost.toFixed(1)} x)  ${text}`;
}

export function milliseconds(value: number): string {
  return `${value.toFixed(value < 10 ? 2 : 0)} ms`;
}

export function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function ratio(part: number | undefined, whole: number): string {
  return `${((part ?? Number.NaN) / whole).toFixed(2)} x`;
}

export function troubleLine({ requests, time, words }: CameOut): string {
  return `${String(requests).padStart(5)} requests, ${milliseconds(time).padStart(8)}: ${words}`;
}

/** In columns, the words at the left. */
function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('   ')}`.trimEnd())
    .join('\n');
}
