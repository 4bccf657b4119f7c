/** Python: the official client as the Hub's model pages show it, `requests` for servers of one's own. */
import { apiParameters } from './apiParameters.ts';
import type { CodeSettings, CodeTarget } from './codeSettings.ts';
import { httpCall } from './httpCall.ts';
import { literal, membersOf, textLiteral } from './literal.ts';
import { providerName } from './providerName.ts';

export function python(settings: CodeSettings, target?: CodeTarget): string {
  return target ? requests(settings, target) : client(settings);
}

function client(settings: CodeSettings): string {
  const parameters = { model: settings.model, ...apiParameters(settings.parameters) };
  return `import os
from huggingface_hub import InferenceClient

client = InferenceClient(
    provider=${textLiteral(providerName(settings))},
    api_key=os.environ["HF_TOKEN"],
)

# output is a PIL.Image object
image = client.text_to_image(
    ${textLiteral(settings.prompt)},
${membersOf(parameters)
  .map(([name, value]) => `    ${name}=${literal(value, '    ')},\n`)
  .join('')})
image.save("image.png")
`;
}

function requests(settings: CodeSettings, target: CodeTarget): string {
  const { url, accept, base64At, tokenVariable, body, note } = httpCall(settings, target);
  const headers = [
    `        "Accept": ${textLiteral(accept)},\n`,
    tokenVariable ? `        "Authorization": f"Bearer {os.environ['${tokenVariable}']}",\n` : '',
  ];
  const picture = base64At
    ? `base64.b64decode(response.json()${base64At.map((key) => `[${JSON.stringify(key)}]`).join('')})`
    : 'response.content';
  return `${base64At ? 'import base64\n' : ''}${tokenVariable ? 'import os\n' : ''}import requests

${note === undefined ? '' : `# ${note}\n`}response = requests.post(
    ${textLiteral(url)},
    headers={
${headers.join('')}    },
    json=${literal(body, '    ')},
)
response.raise_for_status()

with open("image.png", "wb") as file:
    file.write(${picture})
`;
}
