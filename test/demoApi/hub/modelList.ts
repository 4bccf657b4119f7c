/** The Hub's listing: GET /api/models with filters, order, and pages (`Link: <…>; rel="next"`, a cursor that says nothing). */
import { models } from '../models.ts';
import type { Model } from '../models.ts';
import { errorReply, jsonReply } from '../server/reply.ts';
import type { Reply } from '../server/reply.ts';
import { modelFields } from './modelInfo.ts';

/** @param mostPerPage models, whatever `limit` says */
export function answerModelList(url: URL, mostPerPage: number): Reply {
  const asked = Number(url.searchParams.get('limit') ?? mostPerPage);
  const start = startOf(url.searchParams.get('cursor'));
  const sort = url.searchParams.get('sort');
  if (!Number.isInteger(asked) || asked < 1 || start === undefined) {
    return errorReply(400, '"limit" has to be a positive integer and "cursor" one that this server gave');
  }
  if (sort !== null && !sorts.includes(sort as Sort))
    return errorReply(400, `"sort" has to be one of ${sorts.join(', ')}`);
  const limit = Math.min(asked, mostPerPage);
  const found = models.filter((model) => isWanted(model, url.searchParams)).toSorted(orderOf(url.searchParams));
  const page = found
    .slice(start, start + limit)
    .map((model) => ({ ...modelFields(model, url), ...mapping(model, url) }));
  if (start + limit >= found.length) return jsonReply(200, page);
  const next = new URL(url);
  next.searchParams.set('cursor', Buffer.from(JSON.stringify({ start: start + limit })).toString('base64'));
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

const sorts = ['trendingScore', 'likes', 'downloads'] as const;
type Sort = (typeof sorts)[number];

/** The highest first. */
function orderOf(query: URLSearchParams): (a: Model, b: Model) => number {
  const by = (query.get('sort') ?? 'trendingScore') as Sort;
  return (a, b) => b[by] - a[by];
}

function startOf(cursor: string | null): number | undefined {
  if (cursor === null) return 0;
  const [, start] = /^\{"start":(\d{1,9})\}$/.exec(Buffer.from(cursor, 'base64').toString()) ?? [];
  return start === undefined ? undefined : Number(start);
}

function mapping(model: Model, url: URL): object {
  if (!url.searchParams.getAll('expand[]').includes('inferenceProviderMapping')) return {};
  const list = Object.entries(model.providers).map(([provider, served]) => ({ provider, ...served }));
  return { inferenceProviderMapping: list };
}
