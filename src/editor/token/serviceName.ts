/** What an origin is called in front of people. */
import { isHuggingFace } from '../../core/token/tokenRule.ts';

export function serviceName(origin: string): string {
  return isHuggingFace(origin) ? 'Hugging Face' : origin;
}
