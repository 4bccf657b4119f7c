/** What Check Connection needs of the world. */
import type { Finding } from '../../core/connection/finding.ts';
import type { ServiceSettings } from '../../core/request.ts';
import type { Transport, Way } from '../transport.ts';

/** What is to be checked. */
export interface Checked {
  readonly settings: ServiceSettings;
  readonly model: string;
  /** A provider's id, or `auto`. */
  readonly provider: string;
}

export interface FoundToken {
  readonly token: string;
  /** Where the machine keeps it, for people; missing for the one that the user has stored. */
  readonly source?: string;
}

export interface CheckPorts {
  readonly transport: Transport;
  readonly wayTo: (url: string) => Way;
  /** The token that may go to an origin, if there is one. */
  readonly findToken: (origin: string) => Promise<FoundToken | undefined>;
  /** Whether pictures could be saved: one finding of the step `folder`. */
  readonly checkFolder: () => Promise<Finding>;
  readonly onFinding: (finding: Finding) => void;
  readonly signal: AbortSignal;
}
