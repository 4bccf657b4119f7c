/**
 * The models this server knows, with what the Hub says of each. The ids are real ones, so that examples can be tried
 * against the real service too; who serves what is frozen here and does not follow the real Hub.
 */

/** One provider that serves a model, as the Hub's `inferenceProviderMapping` tells it. */
export interface ServedBy {
  readonly status: 'live' | 'staging' | 'error';
  readonly providerId: string;
  readonly task: string;
  readonly adapter?: 'lora';
  readonly adapterWeightsPath?: string;
}

export interface Model {
  readonly id: string;
  readonly pipelineTag: string;
  readonly likes: number;
  readonly downloads: number;
  /** Likes of the last days: the Hub's own order. */
  readonly trendingScore: number;
  /** Revision, the answer's `x-sha`. */
  readonly sha: string;
  readonly gated: false | 'auto' | 'manual';
  /** True: on its first use through hf-legacy it has to be loaded. */
  readonly cold: boolean;
  /** Edge of the square picture it makes when no size is asked for, in pixels. */
  readonly edge: number;
  /** In the user's order of preference. */
  readonly providers: Readonly<Record<string, ServedBy>>;
}

const live = (providerId: string, task = 'text-to-image'): ServedBy => ({ status: 'live', providerId, task });

const base = { pipelineTag: 'text-to-image', gated: false, cold: false, edge: 1024 } as const;

export const models: readonly Model[] = [
  {
    ...base,
    id: 'black-forest-labs/FLUX.1-schnell',
    likes: 4_802,
    downloads: 702_313,
    trendingScore: 18,
    sha: '741f7c3ce8b383c54771c7003378a50191e9efe9',
    providers: {
      'hf-inference': live('black-forest-labs/FLUX.1-schnell'),
      'fal-ai': live('fal-ai/flux/schnell'),
      together: live('black-forest-labs/FLUX.1-schnell'),
      nscale: live('black-forest-labs/FLUX.1-schnell'),
    },
  },
  {
    ...base,
    id: 'black-forest-labs/FLUX.1-dev',
    likes: 12_311,
    downloads: 1_204_118,
    trendingScore: 41,
    sha: '3de623fc3c33e44ffbe2bad470d0f45bccf2eb21',
    gated: 'auto',
    providers: {
      'fal-ai': live('fal-ai/flux/dev'),
      replicate: live('black-forest-labs/flux-dev'),
      wavespeed: live('wavespeed-ai/flux-dev'),
    },
  },
  {
    ...base,
    id: 'stabilityai/stable-diffusion-xl-base-1.0',
    likes: 7_204,
    downloads: 2_145_880,
    trendingScore: 12,
    sha: '462165984030d82259a11f4367a4eed129e94a7b',
    cold: true,
    providers: {
      'hf-inference': live('stabilityai/stable-diffusion-xl-base-1.0'),
      nscale: live('stabilityai/stable-diffusion-xl-base-1.0'),
      replicate: live('stability-ai/sdxl:7762fd07cf82c948538e41f63f77d685e02b063e37e496e96eefd46c929f9bdc'),
    },
  },
  {
    ...base,
    id: 'stabilityai/stable-diffusion-3-medium-diffusers',
    likes: 459,
    downloads: 71_904,
    trendingScore: 2,
    sha: 'ea42f8cef0f178587cf766dc8129abd379c90671',
    gated: 'auto',
    providers: { 'hf-inference': live('stabilityai/stable-diffusion-3-medium-diffusers') },
  },
  {
    ...base,
    id: 'Qwen/Qwen-Image',
    likes: 2_377,
    downloads: 180_556,
    trendingScore: 64,
    sha: '75e0b4be04f60ec59a75f475837eced720f823b6',
    providers: { 'fal-ai': live('fal-ai/qwen-image'), replicate: live('qwen/qwen-image') },
  },
  {
    ...base,
    id: 'Tongyi-MAI/Z-Image-Turbo',
    likes: 4_120,
    downloads: 512_007,
    trendingScore: 120,
    sha: 'f332072aa78be7aecdf3ee76d5c247082da564a6',
    providers: { 'fal-ai': live('fal-ai/z-image/turbo'), wavespeed: live('wavespeed-ai/z-image/turbo') },
  },
  {
    ...base,
    id: 'zai-org/GLM-Image',
    likes: 1_104,
    downloads: 22_310,
    trendingScore: 77,
    sha: '9c7f1b4a2d3e4f5061728394a5b6c7d8e9f00112',
    providers: { 'zai-org': live('glm-image'), 'fal-ai': live('fal-ai/glm-image') },
  },
  {
    ...base,
    id: 'XLabs-AI/flux-RealismLora',
    likes: 1_230,
    downloads: 14_077,
    trendingScore: 5,
    sha: '51a3ba5b2f4de1e4a4cb4bb2a0c5d7cc2a1e4b4d',
    providers: {
      'fal-ai': { ...live('fal-ai/flux-lora'), adapter: 'lora', adapterWeightsPath: 'lora.safetensors' },
    },
  },
  {
    ...base,
    id: 'stable-diffusion-v1-5/stable-diffusion-v1-5',
    likes: 951,
    downloads: 1_620_441,
    trendingScore: 9,
    sha: '451f4fe16113bff5a5d2269ed5ad43b0592e9a14',
    cold: true,
    edge: 512,
    providers: { 'hf-inference': { ...live('stable-diffusion-v1-5/stable-diffusion-v1-5'), status: 'error' } },
  },
  {
    ...base,
    id: 'openai/gpt-oss-20b',
    pipelineTag: 'text-generation',
    likes: 4_011,
    downloads: 6_870_012,
    trendingScore: 55,
    sha: '6cee5e81ee83917806bbde320786a8fb61efebee',
    providers: { together: live('openai/gpt-oss-20b', 'conversational') },
  },
];

/** Old name → today's: the Hub answers these with a redirect. */
export const renamedModels: Readonly<Record<string, string>> = {
  'runwayml/stable-diffusion-v1-5': 'stable-diffusion-v1-5/stable-diffusion-v1-5',
};

export function modelNamed(id: string): Model | undefined {
  return models.find((model) => model.id === id);
}
