/** What the Hub tells of one model: GET /api/models/{id}, the fields that `expand[]` names. */
import { modelNamed, renamedModels } from '../models.ts';
import type { Model } from '../models.ts';
import { jsonReply } from '../server/reply.ts';
import type { Reply } from '../server/reply.ts';

export function answerModelInfo(url: URL, id: string): Reply {
  const renamed = Object.hasOwn(renamedModels, id) ? renamedModels[id] : undefined;
  if (renamed) return jsonReply(307, {}, { location: `/api/models/${renamed}${url.search}` });
  const model = modelNamed(id);
  if (!model) {
    const words = 'Repository not found';
    return jsonReply(404, { error: words }, { 'x-error-code': 'RepoNotFound', 'x-error-message': words });
  }
  return jsonReply(200, { ...modelFields(model, url), ...providerMapping(model, url) });
}

/** Fields of a model. Without any `expand[]` the usual ones, which do not include who serves it. */
export function modelFields(model: Model, url: URL): Readonly<Record<string, unknown>> {
  const expand = url.searchParams.getAll('expand[]');
  const all = {
    likes: model.likes,
    downloads: model.downloads,
    trendingScore: model.trendingScore,
    gated: model.gated,
    pipeline_tag: model.pipelineTag,
    sha: model.sha,
    private: false,
  };
  const wanted = Object.entries(all).filter(([name]) => expand.length === 0 || expand.includes(name));
  return { _id: model.sha.slice(0, 24), id: model.id, ...Object.fromEntries(wanted) };
}

/** An object here; in listings it is a list. */
function providerMapping(model: Model, url: URL): object {
  const asked = url.searchParams.getAll('expand[]').includes('inferenceProviderMapping');
  return asked ? { inferenceProviderMapping: model.providers } : {};
}
