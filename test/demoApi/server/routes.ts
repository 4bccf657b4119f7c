/** Everything this server answers: one row each. */
import { answerEndpoint } from '../dialects/endpoint.ts';
import { answerHfInference } from '../dialects/hfInference.ts';
import { answerHfLegacy } from '../dialects/hfLegacy.ts';
import { answerAccount } from '../hub/account.ts';
import { answerModelInfo } from '../hub/modelInfo.ts';
import { answerModelList } from '../hub/modelList.ts';
import type { Studio } from '../studio.ts';
import type { Call } from './call.ts';
import type { Loading } from './loading.ts';
import { errorReply, textReply } from './reply.ts';
import type { Reply } from './reply.ts';

export interface Services {
  readonly studio: Studio;
  readonly loading: Loading;
  readonly requireToken: boolean;
}

export interface Route {
  readonly method: 'GET' | 'POST';
  /** `{model}` is `owner/name`, or an old name without an owner. */
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
  { method: 'GET', path: '/api/models', about: 'Hub: models, in pages', answer: (call) => answerModelList(call.url) },
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
  return routes.map(({ method, path, about }) => `${method.padEnd(5)}${path.padEnd(30)} ${about}\n`).join('');
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replace('{model}', '([^/]+(?:/[^/]+)?)')}$`);
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
