// The programs are run: a quotation mark at the wrong place would be a command on somebody's machine.
import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import { codeFor, codeLanguages, type CodeLanguage } from '../../../../src/core/code/codeFor.ts';
import type { CodeSettings, CodeTarget } from '../../../../src/core/code/codeSettings.ts';
import type { EndpointApi } from '../../../../src/core/request.ts';
import { temporaryFolder } from '../../files/temporaryFolder.ts';
import { nastyText } from '../nastyText.ts';

const run = promisify(execFile);

const plain: CodeSettings = {
  prompt: 'an astronaut riding a horse',
  model: 'black-forest-labs/FLUX.1-schnell',
  provider: 'fal-ai',
  parameters: {
    negativePrompt: ['blurry', 'text'],
    width: 1024,
    height: 768,
    steps: 4,
    guidanceScale: 3.5,
    scheduler: 'EulerDiscreteScheduler',
    seed: '16357541570974532001',
  },
};

const evil = [
  `'; touch pwned; echo '`,
  `"; touch pwned; echo "`,
  '$(touch pwned)',
  '`touch pwned`',
  '${process.exit(1)}',
  '\\',
  "\\'",
  '\\"',
  `"""'''`,
  '{os.system("touch pwned")}',
  '%s %(x)s !! !$ # //',
  'a\nb\r\nc\td\u0000e\u0007',
  '\u2028\u2029\u202e\ufeff\u0085\u007f',
  '😀 👩‍🚀 灯台',
  '\ud800 \udc00\ud800',
  '@/etc/passwd',
  '-o pwned',
  '</script>',
];
const nastyPrompt = [...evil, ...nastyText].join(' ');

/** Texts that hold a half of a surrogate pair come back as they went in; such a one cannot be compared with `===`. */
const same = (actual: unknown, expected: unknown): void =>
  assert.equal(JSON.stringify(actual), JSON.stringify(expected));

interface Seen {
  readonly url: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

describe('codeFor', () => {
  it('is the way of the official client in Python', () => {
    assert.equal(
      codeFor('python', plain),
      `import os
from huggingface_hub import InferenceClient

client = InferenceClient(
    provider="fal-ai",
    api_key=os.environ["HF_TOKEN"],
)

# output is a PIL.Image object
image = client.text_to_image(
    "an astronaut riding a horse",
    model="black-forest-labs/FLUX.1-schnell",
    negative_prompt="blurry, text",
    width=1024,
    height=768,
    num_inference_steps=4,
    guidance_scale=3.5,
    scheduler="EulerDiscreteScheduler",
    seed=16357541570974532001,
)
image.save("image.png")
`,
    );
  });

  it('is the way of the official client in JavaScript', () => {
    assert.equal(
      codeFor('javascript', { ...plain, parameters: { steps: 5, seed: '42' } }),
      `import { writeFile } from "node:fs/promises";
import { InferenceClient } from "@huggingface/inference";

const client = new InferenceClient(process.env.HF_TOKEN);

const image = await client.textToImage({
    provider: "fal-ai",
    model: "black-forest-labs/FLUX.1-schnell",
    inputs: "an astronaut riding a horse",
    parameters: {
        num_inference_steps: 5,
        seed: 42
    },
});
// image is a Blob
await writeFile("image.png", Buffer.from(await image.arrayBuffer()));
`,
    );
  });

  it('is a call of the router in cURL', () => {
    assert.equal(
      codeFor('curl', { ...plain, provider: 'auto', prompt: "it's", parameters: { seed: '16357541570974532001' } }),
      `curl 'https://router.huggingface.co/hf-inference/models/black-forest-labs/FLUX.1-schnell' \\
    -X POST \\
    -H "Authorization: Bearer $HF_TOKEN" \\
    -H 'Content-Type: application/json' \\
    -H 'Accept: image/png' \\
    -d '{
    "inputs": "it'\\''s",
    "parameters": {
        "seed": 16357541570974532001
    }
}' \\
    --fail-with-body \\
    --output image.png
`,
    );
  });

  it('says what it cannot do', () => {
    assert.match(codeFor('curl', plain), /^# Asks hf-inference: fal-ai has /);
    const javascript = codeFor('javascript', plain);
    assert.match(javascript, /^\/\/ The seed 16357541570974532001 is left out/);
    assert.doesNotMatch(javascript, /seed:/);
  });

  it('leaves out what is not set', () => {
    for (const language of codeLanguages) {
      const code = codeFor(language, { ...plain, parameters: { negativePrompt: [] } });
      assert.doesNotMatch(code, /parameters|undefined|seed|negative/);
    }
  });

  it('asks Hugging Face where the file names the host of a server', () => {
    for (const provider of ['127.0.0.1:8080', 'localhost', 'my.server', '"; x', 'auto', '']) {
      assert.match(codeFor('python', { ...plain, provider }), /provider="auto",/);
    }
  });

  describe('for a server of one’s own', () => {
    const tokens = (url: string): readonly string[] =>
      codeLanguages.flatMap((language) => {
        const code = codeFor(language, plain, { url, api: 'hf' });
        return [/\b[A-Z]+_TOKEN\b/.exec(code)?.[0] ?? 'none'];
      });

    it('takes the token of Hugging Face only there', () => {
      for (const url of [
        'https://abc.eu-west-1.aws.endpoints.huggingface.cloud',
        'https://me-space.hf.space/generate',
      ]) {
        assert.deepEqual(tokens(url), ['HF_TOKEN', 'HF_TOKEN', 'HF_TOKEN']);
      }
      for (const url of [
        'https://example.com/huggingface.co',
        'https://huggingface.co.example.com',
        'https://huggingface.co@example.com/x',
        'https://example.com?.hf.space',
        'https://example.com\\.hf.space',
      ]) {
        assert.deepEqual(tokens(url), ['ENDPOINT_TOKEN', 'ENDPOINT_TOKEN', 'ENDPOINT_TOKEN']);
      }
    });

    it('sends none to this machine or without encryption', () => {
      for (const url of ['http://127.0.0.1:8080/x', 'http://localhost', 'http://[::1]:80/', 'http://example.com']) {
        assert.deepEqual(tokens(url), ['none', 'none', 'none']);
      }
    });

    it('writes down no password that stands in the address', () => {
      for (const language of codeLanguages) {
        const code = codeFor(language, plain, { url: 'https://me:secret@example.com/a', api: 'hf' });
        assert.doesNotMatch(code, /secret/);
        assert.match(code, /https:\/\/example\.com\/a/);
      }
    });

    it('writes down nothing of a query but the place of the model, and says so', () => {
      const addressOf = (language: CodeLanguage, url: string): string | undefined =>
        /(?:'|")(https:.*)(?:'|")/.exec(codeFor(language, plain, { url, api: 'hf' }))?.[1];
      for (const language of codeLanguages) {
        for (const query of ['?api_key=sk-1234', '?sk-1234', '?a=1&key=sk-1234#sk-1234', '?m={model}&key=sk-1234']) {
          const code = codeFor(language, plain, { url: `https://example.com/a${query}`, api: 'hf' });
          assert.doesNotMatch(code, /1234/);
          assert.match(code, /^(?:#|\/\/) The address goes on with a query, which is left out here/m);
        }
        const model = 'black-forest-labs/FLUX.1-schnell';
        assert.equal(addressOf(language, 'https://example.com/a?m={model}&k=1'), `https://example.com/a?m=${model}`);
        const whole = codeFor(language, plain, { url: 'https://example.com/a?m={model}', api: 'hf' });
        assert.doesNotMatch(whole, /The address goes on/);
      }
    });

    it('puts the model where the address has a place for it, and lets it lead nowhere else', () => {
      const url = 'https://example.com/m/{model}';
      const addressOf = (model: string): string | undefined =>
        /'(https:.*)' \\\n/.exec(codeFor('curl', { ...plain, model }, { url, api: 'hf' }))?.[1];
      assert.equal(addressOf('a/b.c'), 'https://example.com/m/a/b.c');
      assert.equal(addressOf('../../a//./b'), 'https://example.com/m/a/b');
      assert.equal(addressOf(`$&'"; x?y#z\ud800`), 'https://example.com/m/%24%26%27%22%3B%20x%3Fy%23z%EF%BF%BD');
    });
  });

  describe('when it is run', function () {
    this.timeout(20_000);
    const folder = temporaryFolder();
    let server: Server;
    let seen: Seen[];
    let answer: string;

    beforeEach(async () => {
      seen = [];
      answer = 'picture';
      server = createServer((request, response) => {
        const chunks: Buffer[] = [];
        request.on('data', (chunk: Buffer) => chunks.push(chunk));
        request.on('end', () => {
          seen.push({ url: request.url, headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
          response.end(answer);
        });
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    });
    afterEach(() => new Promise((resolve) => server.close(resolve)));

    const nasty: CodeSettings = {
      ...plain,
      prompt: nastyPrompt,
      model: `a/${evil.join('').replace('//', '/')}`,
      provider: 'auto',
      parameters: { ...plain.parameters, negativePrompt: evil, scheduler: nastyPrompt, seed: '9007199254740991' },
    };
    const target = (api: EndpointApi, path = `/${api}/{model}`): CodeTarget => ({
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`,
      api,
    });
    const environment = { ...process.env, HF_TOKEN: 'hf_test', NO_PROXY: '*', no_proxy: '*' };

    const programs: Readonly<Record<CodeLanguage, { readonly file: string; readonly program: string }>> = {
      python: { file: 'main.py', program: 'python3' },
      javascript: { file: 'main.mjs', program: process.execPath },
      curl: { file: 'main.sh', program: 'bash' },
    };

    /** Skips, so that the report shows it, where the language is not installed. */
    async function start(context: Mocha.Context, language: CodeLanguage, code: string): Promise<string> {
      const { file, program } = programs[language];
      const needed = language === 'curl' ? ['bash', 'curl', ...(code.includes('| jq ') ? ['jq'] : [])] : [program];
      const isMissing = needed.some((each) => spawnSync(each, ['--version']).status !== 0);
      if (isMissing || (language === 'curl' && process.platform === 'win32')) context.skip();
      await writeFile(path.join(folder(), file), code);
      const { stdout } = await run(program, [file], { cwd: folder(), env: environment });
      assert.equal(existsSync(path.join(folder(), 'pwned')), false);
      return stdout;
    }

    /** A module of that name which prints, in ASCII, what it is called with. */
    const stubs = {
      async huggingfaceHub(): Promise<void> {
        await writeFile(
          path.join(folder(), 'huggingface_hub.py'),
          `import json
class Image:
    def save(self, name): pass
class InferenceClient:
    def __init__(self, **options): self.options = options
    def text_to_image(self, prompt, **parameters):
        print(json.dumps({**self.options, "prompt": prompt, **parameters}))
        return Image()
`,
        );
      },
      async requests(): Promise<void> {
        await writeFile(
          path.join(folder(), 'requests.py'),
          `import json as j, urllib.request
def post(url, headers, json):
    data = j.dumps(json).encode()
    call = urllib.request.Request(url, data, {**headers, "Content-Type": "application/json"})
    reply = urllib.request.urlopen(call)
    class Response:
        content = reply.read()
        def raise_for_status(self): pass
        def json(self): return j.loads(self.content)
    return Response()
`,
        );
      },
      async inference(): Promise<void> {
        const place = path.join(folder(), 'node_modules/@huggingface/inference');
        await mkdir(place, { recursive: true });
        await writeFile(path.join(place, 'package.json'), '{"type":"module","exports":"./index.js"}');
        await writeFile(
          path.join(place, 'index.js'),
          `export class InferenceClient {
  constructor(token) { this.token = token; }
  async textToImage(options) {
    console.log(JSON.stringify({ token: this.token, ...options }));
    return new Blob(['picture']);
  }
}`,
        );
      },
    };
    const sent = {
      negative_prompt: evil.join(', '),
      width: 1024,
      height: 768,
      num_inference_steps: 4,
      guidance_scale: 3.5,
      scheduler: nastyPrompt,
      seed: Number.MAX_SAFE_INTEGER,
    };

    it('gives the official client in Python what was asked for', async function () {
      await stubs.huggingfaceHub();
      same(JSON.parse(await start(this, 'python', codeFor('python', nasty))), {
        provider: 'auto',
        api_key: 'hf_test',
        prompt: nasty.prompt,
        model: nasty.model,
        ...sent,
      });
    });

    it('gives the official client in JavaScript what was asked for', async function () {
      await stubs.inference();
      same(JSON.parse(await start(this, 'javascript', codeFor('javascript', nasty))), {
        token: 'hf_test',
        provider: 'auto',
        model: nasty.model,
        inputs: nasty.prompt,
        parameters: sent,
      });
      assert.equal(await readFile(path.join(folder(), 'image.png'), 'utf8'), 'picture');
    });

    for (const language of codeLanguages) {
      it(`sends a server what was asked for, by ${language}`, async function () {
        if (language === 'python') await stubs.requests();
        const seed = language === 'javascript' ? String(Number.MAX_SAFE_INTEGER) : '18446744073709551615';
        const settings = { ...nasty, parameters: { ...nasty.parameters, seed } };
        await start(this, language, codeFor(language, settings, target('hf')));
        assert.equal(seen.length, 1);
        same(JSON.parse(seen[0]?.body ?? ''), { inputs: nasty.prompt, parameters: { ...sent, seed: Number(seed) } });
        assert.match(seen[0]?.body ?? '', new RegExp(`"seed":\\s?${seed}\\b`));
        assert.equal(seen[0]?.headers['content-type'], 'application/json');
        assert.equal(seen[0]?.headers.accept, 'image/png');
        assert.equal(seen[0]?.headers.authorization, undefined);
        const wellFormed = nasty.model.replaceAll(/\p{Cs}/gu, '\ufffd');
        assert.equal(decodeURIComponent(seen[0]?.url ?? ''), `/hf/${wellFormed}`);
        assert.equal(await readFile(path.join(folder(), 'image.png'), 'utf8'), 'picture');
      });

      it(`speaks the documented API to a server that does, by ${language}`, async function () {
        if (language === 'python') await stubs.requests();
        await start(this, language, codeFor(language, nasty, target('hf-legacy')));
        same(JSON.parse(seen[0]?.body ?? ''), {
          inputs: nasty.prompt,
          parameters: {
            guidance_scale: 3.5,
            negative_prompt: evil,
            num_inference_steps: 4,
            target_size: { width: 1024, height: 768 },
            scheduler: nastyPrompt,
            seed: Number.MAX_SAFE_INTEGER,
          },
        });
      });

      it(`asks a server that speaks as OpenAI does, by ${language}`, async function () {
        if (language === 'python') await stubs.requests();
        answer = JSON.stringify({ data: [{ b64_json: Buffer.from('picture').toString('base64') }] });
        const settings: CodeSettings = { ...nasty, prompt: `${nastyPrompt} a`.replaceAll('|', ' ') };
        await start(this, language, codeFor(language, settings, target('openai', '/v1/')));
        assert.equal(seen[0]?.url, '/v1/images/generations');
        assert.equal(seen[0]?.headers.accept, 'application/json');
        same(JSON.parse(seen[0]?.body ?? ''), {
          model: nasty.model,
          prompt: `${settings.prompt}|${evil.join(', ').replaceAll('|', ' ')}`,
          n: 1,
          size: '1024x768',
          step: 4,
          seed: Number.MAX_SAFE_INTEGER,
          response_format: 'b64_json',
        });
        assert.equal(await readFile(path.join(folder(), 'image.png'), 'utf8'), 'picture');
      });

      it(`asks AUTOMATIC1111's web UI, by ${language}`, async function () {
        if (language === 'python') await stubs.requests();
        answer = JSON.stringify({ images: [Buffer.from('picture').toString('base64')] });
        await start(this, language, codeFor(language, nasty, target('automatic1111', '')));
        assert.equal(seen[0]?.url, '/sdapi/v1/txt2img');
        same(JSON.parse(seen[0]?.body ?? ''), {
          prompt: nasty.prompt,
          negative_prompt: evil.join(', '),
          width: 1024,
          height: 768,
          steps: 4,
          cfg_scale: 3.5,
          seed: Number.MAX_SAFE_INTEGER,
          sampler_name: nastyPrompt,
        });
        assert.equal(await readFile(path.join(folder(), 'image.png'), 'utf8'), 'picture');
      });
    }
  });
});
