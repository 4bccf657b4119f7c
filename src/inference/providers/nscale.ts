/** Nscale: an answer at once, of few parameters. https://docs.nscale.com/docs/inference/image */
import { replyObject } from '../reply/replyObject.ts';
import { leftOut } from './leftOut.ts';
import { negativeText } from './negativeText.ts';
import { openAiPicture } from './openAiPicture.ts';
import { jsonForJson, type RoutedProvider } from './provider.ts';
import { seedNumber } from './seedNumber.ts';
import { sizeNames, sizeText } from './wholeSize.ts';

export const nscale: RoutedProvider = {
  prefix: '/nscale',
  canHold: false,
  takesLora: false,

  route: () => '/v1/images/generations',

  request({ request: { prompt, parameters }, target: { id } }) {
    const body = {
      model: id,
      prompt,
      size: sizeText(parameters),
      negative_prompt: negativeText(parameters),
      seed: seedNumber(parameters),
      response_format: 'b64_json',
    };
    const taken = ['negativePrompt', 'seed', ...sizeNames(parameters)] as const;
    return { headers: jsonForJson, body, ignored: leftOut(parameters, taken) };
  },

  read: (reply) => openAiPicture(replyObject(reply)),
};
