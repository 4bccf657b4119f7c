/** What a file tells about how it was made: the exact JSON that travels inside it. */
import type { ParameterValues } from '../parameters.ts';

export interface GenerationRecord {
  readonly version: 1;
  readonly prompt: string;
  /** `owner/name` on the Hub, or whatever the service calls it. */
  readonly model: string;
  readonly provider: string;
  /** What was asked for, with the seed that really made the picture. */
  readonly parameters: ParameterValues;
  /** Pixels of the saved picture, which need not be what was asked for. */
  readonly width: number;
  readonly height: number;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  /** Program and version, such as `Depict 0.1.0`. */
  readonly generator: string;
}
