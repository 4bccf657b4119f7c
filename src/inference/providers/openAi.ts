/**
 * Servers of one's own that speak as OpenAI does: LocalAI, Ollama, sd-server and others. Beside the common members go
 * `step` and `seed`, which LocalAI takes (Ollama the seed); the others do not mind.
 */
import { replyObject } from '../reply/replyObject.ts';
import { leftOut } from './leftOut.ts';
import { negativeText } from './negativeText.ts';
import { openAiPicture } from './openAiPicture.ts';
import { jsonForJson, type EndpointDialect } from './provider.ts';
import { seedNumber } from './seedNumber.ts';
import { sizeNames, sizeText } from './wholeSize.ts';

export const openAi: EndpointDialect = {
  canHold: false,
  path: '/v1/images/generations',

  request({ request: { prompt, parameters }, target: { model } }) {
    const negative = negativeText(parameters);
    // LocalAI splits the prompt at the first bar and takes what follows as the negative prompt: where there is one
    // already, there is no place for another.
    const placed = negative !== undefined && !prompt.includes('|') && model !== modelOfSdServer;
    const body = {
      model,
      prompt: placed ? `${prompt}|${negative.replaceAll('|', ' ')}` : prompt,
      n: 1,
      size: sizeText(parameters),
      step: parameters.steps,
      seed: seedNumber(parameters),
      response_format: 'b64_json',
    };
    const taken = [
      ...(placed ? (['negativePrompt'] as const) : []),
      ...(['steps', 'seed', ...sizeNames(parameters)] as const),
    ];
    return { headers: jsonForJson, body, ignored: leftOut(parameters, taken) };
  },

  read(reply) {
    const answer = replyObject(reply);
    // sd-server alone names the format. It takes everything but prompt and size from its command line.
    const isSdServer = answer?.['output_format'] !== undefined;
    return openAiPicture(answer, isSdServer ? { unused: ['negativePrompt', 'steps', 'seed'] } : {});
  },
};

/** What sd-server calls its model in the list that it gives, whichever it has: the bar would be a part of its prompt. */
const modelOfSdServer = 'sd-cpp-local';
