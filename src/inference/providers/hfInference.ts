/** Hugging Face's own provider, behind the router. Answers raw bytes: JPEG by default, whatever Accept said. */
import { hf } from './hf.ts';
import type { RoutedProvider } from './provider.ts';

export const hfInference: RoutedProvider = {
  ...hf,
  prefix: '/hf-inference',
  route: ({ model }) => `/models/${model}`,
  takesLora: false,
};
