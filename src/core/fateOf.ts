/** What becomes of a picture that a provider has made when its image has failed all the same. */
import { isImageFailure, receivedIn } from './failure.ts';

/**
 * `settled`: nothing more comes of it. `held`: it is here, and somebody has to say what is to become of it. `accepted`:
 * the provider still has it, and it may be fetched once more.
 */
export type Fate = 'settled' | 'held' | 'accepted';

/**
 * For an image that its provider has nothing more to do for.
 * @param hasArrived its picture had come before the error did
 */
export function fateOf(error: unknown, hasArrived: boolean): Fate {
  if (receivedIn(error)) return 'held';
  // A bug of ours behind the download says nothing about the picture.
  return hasArrived && !isImageFailure(error) ? 'accepted' : 'settled';
}
