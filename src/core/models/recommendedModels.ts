/** Models for those who know no name: the one that the task's documentation names, and today's favourites of several makers. */
export const recommendedModels: readonly string[] = [
  'black-forest-labs/FLUX.1-dev',
  'black-forest-labs/FLUX.1-schnell',
  'Qwen/Qwen-Image',
  'Tongyi-MAI/Z-Image-Turbo',
  'stabilityai/stable-diffusion-xl-base-1.0',
];
