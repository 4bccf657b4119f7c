/** Everything this server answers: one row each. */
import { getProgress, postInterrupt, postTxt2img, samplers, schedules } from '../dialects/automatic1111.ts';
import { answerEndpoint } from '../dialects/endpoint.ts';
import { getFal, postFal, putFal } from '../dialects/falAi.ts';
import { answerHfInference } from '../dialects/hfInference.ts';
import { answerHfLegacy } from '../dialects/hfLegacy.ts';
import { homeModel } from '../dialects/homeModel.ts';
import { postNscale } from '../dialects/nscale.ts';
import { postOpenAi } from '../dialects/openAi.ts';
import { getReplicate, postReplicate } from '../dialects/replicate.ts';
import { postTogether } from '../dialects/together.ts';
import { getWavespeed, postWavespeed } from '../dialects/wavespeed.ts';
import { getZai, postZai } from '../dialects/zaiOrg.ts';
import { answerAccount } from '../hub/account.ts';
import { answerModelInfo } from '../hub/modelInfo.ts';
import { answerModelList } from '../hub/modelList.ts';
import type { Call } from './call.ts';
import { errorReply, jsonReply, textReply } from './reply.ts';
import type { Reply } from './reply.ts';
import type { Services } from './services.ts';

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** `{model}` is `owner/name`, or an old name without an owner; `{rest}` is anything. */
  readonly path: string;
  readonly about: string;
  answer(call: Call, model: string, services: Services): Reply | Promise<Reply>;
}

export const routes: readonly Route[] = [
  {
    method: 'POST',
    path: '/models/{model}',
    about: 'hf-legacy: the documented task API (target_size, x-use-cache, x-wait-for-model)',
    answer: answerHfLegacy,
  },
  {
    method: 'POST',
    path: '/hf-inference/models/{model}',
    about: "hf: today's hf-inference provider, as behind the router",
    answer: answerHfInference,
  },
  {
    method: 'POST',
    path: '/endpoint',
    about: 'a dedicated endpoint: exact Content-Type and Accept, else base64 in JSON',
    answer: (call, _model, services) => answerEndpoint(call, services),
  },
  { method: 'GET', path: '/endpoint/health', about: 'that it is up', answer: () => textReply(200, 'OK') },
  {
    method: 'POST',
    path: '/endpoint/sleeping',
    about: 'the same, scaled to zero: 503 until it is up',
    answer: (call, _model, services) => answerEndpoint(call, services),
  },
  {
    method: 'POST',
    path: '/gone/models/{model}',
    about: 'the host that was switched off: 410',
    answer: () =>
      errorReply(
        410,
        'https://api-inference.huggingface.co is no longer supported. Please use https://router.huggingface.co instead.',
      ),
  },
  {
    method: 'POST',
    path: '/fal-ai/{rest}',
    about: 'fal-ai: a queue with ?_subdomain=queue, else an answer at once',
    answer: postFal,
  },
  { method: 'GET', path: '/fal-ai/{rest}', about: 'fal-ai: a request, or its /status', answer: getFal },
  { method: 'PUT', path: '/fal-ai/{rest}', about: 'fal-ai: /cancel', answer: putFal },
  {
    method: 'POST',
    path: '/replicate/v1/{rest}',
    about: 'replicate: predictions, by model or version, and /cancel',
    answer: postReplicate,
  },
  {
    method: 'GET',
    path: '/replicate/v1/predictions/{rest}',
    about: 'replicate: how a prediction is doing',
    answer: getReplicate,
  },
  {
    method: 'POST',
    path: '/together/v1/images/generations',
    about: 'together: base64 or an address',
    answer: (call, _model, services) => postTogether(call, services),
  },
  {
    method: 'POST',
    path: '/nscale/v1/images/generations',
    about: 'nscale: base64',
    answer: (call, _model, services) => postNscale(call, services),
  },
  { method: 'POST', path: '/wavespeed/api/v3/{rest}', about: 'wavespeed: a prediction', answer: postWavespeed },
  {
    method: 'GET',
    path: '/wavespeed/api/v3/predictions/{rest}',
    about: 'wavespeed: how it is doing',
    answer: getWavespeed,
  },
  {
    method: 'POST',
    path: '/zai-org/api/paas/v4/async/images/generations',
    about: 'zai-org: a task',
    answer: (call, _model, services) => postZai(call, services),
  },
  {
    method: 'GET',
    path: '/zai-org/api/paas/v4/async-result/{rest}',
    about: 'zai-org: how it is doing',
    answer: getZai,
  },
  {
    method: 'GET',
    path: '/images/{rest}',
    about: 'pictures at addresses that expire',
    answer: (call, _model, { images }) => images.answer(call),
  },
  ...['', '/sd-server', '/relative'].map((below): Route => ({
    method: 'POST',
    path: `${below}/v1/images/generations`,
    about: `openai: as ${below === '' ? 'LocalAI' : below.slice(1)} answers`,
    answer: (call, _model, services) => postOpenAi(call, services),
  })),
  ...['', '/sd-server', '/relative'].map((below): Route => ({
    method: 'GET',
    path: `${below}/v1/models`,
    about: 'openai: the models of a server at home',
    answer: () => jsonReply(200, { object: 'list', data: [{ id: homeModel.id, object: 'model' }] }),
  })),
  {
    method: 'POST',
    path: '/sdapi/v1/txt2img',
    about: 'automatic1111: a picture',
    answer: (call, _model, services) => postTxt2img(call, services),
  },
  {
    method: 'GET',
    path: '/sdapi/v1/progress',
    about: 'automatic1111: how it is doing',
    answer: (call, _model, services) => getProgress(call, services),
  },
  {
    method: 'POST',
    path: '/sdapi/v1/interrupt',
    about: 'automatic1111: no more of it',
    answer: (call, _model, services) => postInterrupt(call, services),
  },
  {
    method: 'GET',
    path: '/sdapi/v1/samplers',
    about: 'automatic1111: the samplers it has',
    answer: () =>
      jsonReply(
        200,
        samplers.map((name) => ({ name, aliases: [], options: {} })),
      ),
  },
  {
    method: 'GET',
    path: '/sdapi/v1/sd-models',
    about: 'automatic1111: the checkpoints it has',
    answer: () => jsonReply(200, [{ title: `${homeModel.id} [6ce0161689]`, model_name: 'v1-5-pruned-emaonly' }]),
  },
  {
    method: 'GET',
    path: '/sdapi/v1/schedulers',
    about: 'automatic1111: the schedules it has',
    answer: () =>
      jsonReply(
        200,
        schedules.map((label) => ({ name: label.toLowerCase(), label, aliases: null, default_rho: -1 })),
      ),
  },
  ...(['GET', 'POST'] as const).map((method): Route => ({
    method,
    path: '/without-api/sdapi/v1/{rest}',
    about: 'automatic1111, started without --api',
    answer: () => jsonReply(404, { detail: 'Not Found' }),
  })),
  {
    method: 'GET',
    path: '/api/models',
    about: 'Hub: models, in pages',
    answer: (call, _model, { mostPerPage }) => answerModelList(call.url, mostPerPage),
  },
  {
    method: 'GET',
    path: '/api/models/{model}',
    about: 'Hub: one model and who serves it',
    answer: (call, model) => answerModelInfo(call.url, model),
  },
  { method: 'GET', path: '/api/whoami-v2', about: "Hub: the token's account", answer: (call) => answerAccount(call) },
];

export async function answer(call: Call, services: Services): Promise<Reply> {
  const path = decoded(call.url.pathname);
  const found = routes.flatMap((route) => {
    const model = path === undefined ? null : patternOf(route.path).exec(path);
    return model ? [{ route, model: model[1] ?? '' }] : [];
  });
  const match = found.find(({ route }) => route.method === call.method);
  if (match) return match.route.answer(call, match.model, services);
  if (path === '/' && call.method === 'GET') return textReply(200, routesText());
  const allowed = found.map(({ route }) => route.method).join(', ');
  return allowed ? errorReply(405, 'Method Not Allowed', { allow: allowed }) : errorReply(404, 'Not Found');
}

/** What is spoken here, for people: a line for each route. */
export function routesText(): string {
  return routes.map(({ method, path, about }) => `${method.padEnd(5)}${path.padEnd(52)} ${about}\n`).join('');
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replace('{model}', '([^/]+(?:/[^/]+)?)').replace('{rest}', '(.+)')}$`);
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
