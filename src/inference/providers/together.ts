/** Together AI: an answer at once. https://docs.together.ai/reference/post-images-generations */
import { replyObject } from '../reply/replyObject.ts';
import { leftOut } from './leftOut.ts';
import { negativeText } from './negativeText.ts';
import { openAiPicture } from './openAiPicture.ts';
import { jsonForJson, type RoutedProvider } from './provider.ts';
import { seedNumber } from './seedNumber.ts';

const taken = ['negativePrompt', 'width', 'height', 'steps', 'guidanceScale', 'seed'] as const;

export const together: RoutedProvider = {
  prefix: '/together',
  canHold: false,
  takesLora: false,

  route: () => '/v1/images/generations',

  request({ request: { prompt, parameters }, target: { id } }) {
    const body = {
      model: id,
      prompt,
      width: parameters.width,
      height: parameters.height,
      steps: parameters.steps,
      guidance_scale: parameters.guidanceScale,
      negative_prompt: negativeText(parameters),
      seed: seedNumber(parameters),
      response_format: 'base64',
    };
    return { headers: jsonForJson, body, ignored: leftOut(parameters, taken) };
  },

  read: (reply) => openAiPicture(replyObject(reply)),
};
