/** Today's task API of Hugging Face: flat parameters, raw bytes back. Also spoken by Inference Endpoints. */
import { imageOrLink } from '../reply/imageOrLink.ts';
import { negativeText } from './negativeText.ts';
import { jsonForImage, type Provider } from './provider.ts';
import { seedNumber } from './seedNumber.ts';

export const hf: Provider = {
  canHold: false,

  request({ request }) {
    const { prompt, parameters } = request;
    const body = {
      // A list gets 400 "`negative_prompt` should be the same type to `prompt`".
      negative_prompt: negativeText(parameters),
      width: parameters.width,
      height: parameters.height,
      num_inference_steps: parameters.steps,
      guidance_scale: parameters.guidanceScale,
      scheduler: parameters.scheduler,
      seed: seedNumber(parameters),
    };
    return { headers: jsonForImage(request), body: { inputs: prompt, parameters: body }, ignored: [] };
  },

  read: imageOrLink,
};
