/** The checkpoint of the servers at home. */
import type { Model } from '../models.ts';

export const homeModel: Model = {
  id: 'v1-5-pruned-emaonly.safetensors',
  pipelineTag: 'text-to-image',
  likes: 0,
  downloads: 0,
  trendingScore: 0,
  sha: '6ce0161689b3853acaa03779ec93eafe75a02f4c',
  gated: false,
  cold: false,
  edge: 512,
  providers: {},
};
