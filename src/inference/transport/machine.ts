/** The machine that requests leave from. */
import { hostname } from 'node:os';

/** Its name in the network; a container has a number for one. */
export function machine(): string {
  return hostname();
}
