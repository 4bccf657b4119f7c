/** JavaScript: the official client as the Hub's model pages show it, `fetch` for servers of one's own. For Node.js. */
import { apiParameters } from './apiParameters.ts';
import type { CodeSettings, CodeTarget } from './codeSettings.ts';
import { httpCall } from './httpCall.ts';
import { literal, membersOf, textLiteral, type Value } from './literal.ts';
import { providerName } from './providerName.ts';

export function javascript(settings: CodeSettings, target?: CodeTarget): string {
  const { seed, ...others } = settings.parameters;
  if (seed === undefined || BigInt(seed) <= BigInt(Number.MAX_SAFE_INTEGER)) return program(settings, target);
  const note = `// The seed ${BigInt(seed)} is left out: it has more digits than a number in JavaScript can hold.\n`;
  return note + program({ ...settings, parameters: others }, target);
}

function program(settings: CodeSettings, target: CodeTarget | undefined): string {
  return target ? fetching(settings, target) : client(settings);
}

function client(settings: CodeSettings): string {
  const parameters = apiParameters(settings.parameters);
  return `import { writeFile } from "node:fs/promises";
import { InferenceClient } from "@huggingface/inference";

const client = new InferenceClient(process.env.HF_TOKEN);

const image = await client.textToImage({
    provider: ${textLiteral(providerName(settings))},
    model: ${textLiteral(settings.model)},
    inputs: ${textLiteral(settings.prompt)},
${membersOf(parameters).length > 0 ? `    parameters: ${object(parameters)},\n` : ''}});
// image is a Blob
await writeFile("image.png", Buffer.from(await image.arrayBuffer()));
`;
}

function fetching(settings: CodeSettings, target: CodeTarget): string {
  const { url, accept, base64At, tokenVariable, body, note } = httpCall(settings, target);
  const headers = [
    `        Accept: ${textLiteral(accept)},\n`,
    tokenVariable ? `        Authorization: \`Bearer \${process.env.${tokenVariable}}\`,\n` : '',
    `        "Content-Type": "application/json",\n`,
  ];
  const picture = base64At
    ? `Buffer.from((await response.json())${base64At.map((key) => `[${JSON.stringify(key)}]`).join('')}, "base64")`
    : 'Buffer.from(await response.arrayBuffer())';
  return `import { writeFile } from "node:fs/promises";

${note === undefined ? '' : `// ${note}\n`}const response = await fetch(${textLiteral(url)}, {
    method: "POST",
    headers: {
${headers.join('')}    },
    body: JSON.stringify(${object(body)}),
});
if (!response.ok) throw new Error(\`\${response.status} \${await response.text()}\`);
await writeFile("image.png", ${picture});
`;
}

/** The API's names are names in JavaScript too. */
function object(value: Readonly<Record<string, Value | undefined>>): string {
  return literal(value, '    ', (name) => name);
}
