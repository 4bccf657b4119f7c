/** Brings a text and what repeats it to one form, whatever JSON, HTML or a service's own ways have made of it. */
import { plainText } from '../../core/plainText.ts';
import { withoutEntities } from './withoutEntities.ts';

/** More of a prompt no service repeats where its words are read. */
const longest = 20_000;

/** Small letters, single spaces, one kind of quotes, and nothing escaped. For comparing only. */
export function comparable(text: string): string {
  const unescaped = withoutEntities(text.slice(0, longest))
    .replaceAll(/\\+u([\da-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll(/\\+[nrt]/g, ' ')
    .replaceAll('\\', '')
    .replaceAll(/[“”„«»]/g, '"')
    .replaceAll(/[‘’‚]/g, "'");
  return plainText(unescaped, longest).toLowerCase();
}
