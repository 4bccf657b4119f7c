/** The Hub's listing: GET /api/models with filters, order and pages (`Link: <…>; rel="next"`). */
import { models } from '../models.ts';
import type { Model } from '../models.ts';
import { errorReply, jsonReply } from '../server/reply.ts';
import type { Reply } from '../server/reply.ts';
import { modelFields } from './modelInfo.ts';

export function answerModelList(url: URL): Reply {
  const limit = Number(url.searchParams.get('limit') ?? 1000);
  const start = Number(url.searchParams.get('cursor') ?? 0);
  if (!Number.isInteger(limit) || limit < 1 || !Number.isInteger(start) || start < 0) {
    return errorReply(400, '"limit" has to be a positive integer and "cursor" one that this server gave');
  }
  const found = models.filter((model) => isWanted(model, url.searchParams)).toSorted(orderOf(url.searchParams));
  const page = found
    .slice(start, start + limit)
    .map((model) => ({ ...modelFields(model, url), ...mapping(model, url) }));
  if (start + limit >= found.length) return jsonReply(200, page);
  const next = new URL(url);
  next.searchParams.set('cursor', String(start + limit));
  return jsonReply(200, page, { link: `<${next.href}>; rel="next"` });
}

function isWanted(model: Model, query: URLSearchParams): boolean {
  const tag = query.get('pipeline_tag');
  const search = query.get('search')?.toLowerCase();
  const author = query.get('author');
  const provider = query.get('inference_provider');
  return (
    (tag === null || model.pipelineTag === tag) &&
    (author === null || model.id.startsWith(`${author}/`)) &&
    (search === undefined || model.id.toLowerCase().includes(search)) &&
    (provider === null ||
      Object.entries(model.providers).some(([id, { status }]) => status === 'live' && ['all', id].includes(provider)))
  );
}

/** `trendingScore` is told by likes here. */
function orderOf(query: URLSearchParams): (a: Model, b: Model) => number {
  return query.get('sort') === 'downloads' ? (a, b) => b.downloads - a.downloads : (a, b) => b.likes - a.likes;
}

function mapping(model: Model, url: URL): object {
  if (!url.searchParams.getAll('expand[]').includes('inferenceProviderMapping')) return {};
  const list = Object.entries(model.providers).map(([provider, served]) => ({ provider, ...served }));
  return { inferenceProviderMapping: list };
}
