/** cURL, for POSIX shells. */
import type { CodeSettings, CodeTarget } from './codeSettings.ts';
import { httpCall } from './httpCall.ts';
import { literal } from './literal.ts';
import { providerName } from './providerName.ts';

export function curl(settings: CodeSettings, target?: CodeTarget): string {
  const { url, accept, tokenVariable, body, note } = httpCall(settings, target);
  const provider = providerName(settings);
  const isOther = !target && provider !== 'hf-inference' && provider !== 'auto';
  const lines = [
    `curl ${quote(url)}`,
    '-X POST',
    ...(tokenVariable ? [`-H "Authorization: Bearer $${tokenVariable}"`] : []),
    `-H 'Content-Type: application/json'`,
    `-H 'Accept: ${accept}'`,
    `-d ${quote(literal(body))}`,
    '--fail-with-body',
    '--output image.png',
  ];
  const notes = [
    ...(isOther ? [`Asks hf-inference: ${provider} has names of its own for models, which the clients look up.`] : []),
    ...(note === undefined ? [] : [note]),
  ];
  return `${notes.map((one) => `# ${one}\n`).join('')}${lines.join(' \\\n    ')}\n`;
}

/** Between single quotes a shell reads nothing but their end. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
