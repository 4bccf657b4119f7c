/** cURL, for POSIX shells. */
import type { CodeSettings, CodeTarget } from './codeSettings.ts';
import { httpCall, type HttpCall } from './httpCall.ts';
import { literal } from './literal.ts';
import { providerName } from './providerName.ts';

export function curl(settings: CodeSettings, target?: CodeTarget): string {
  const { url, accept, base64At, tokenVariable, body, note } = httpCall(settings, target);
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
    base64At ? `| jq --raw-output ${quote(filter(base64At))} | base64 --decode > image.png` : '--output image.png',
  ];
  const notes = [
    ...(isOther ? [`Asks hf-inference: ${provider} has names of its own for models, which the clients look up.`] : []),
    ...(note === undefined ? [] : [note]),
  ];
  return `${notes.map((one) => `# ${one}\n`).join('')}${lines.join(' \\\n    ')}\n`;
}

/** `.data[0].b64_json` */
function filter([list, index, member]: NonNullable<HttpCall['base64At']>): string {
  return `.${list}[${index}]${member === undefined ? '' : `.${member}`}`;
}

/** Between single quotes a shell reads nothing but their end. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
