/** The models that a server of the user's own has. */
import { isHubModel } from '../../core/modelId.ts';
import type { HomeModel } from '../../core/models/homeModel.ts';
import type { EndpointApi } from '../../core/request.ts';
import { lookFailure } from '../lookFailure.ts';
import type { JsonObject } from '../reply/replyObject.ts';
import type { Transport } from '../transport.ts';
import { lookHome, nameIn, objectsIn } from './homeAnswer.ts';
import type { HomeServer } from './homeServer.ts';

interface Source {
  readonly path: string;
  /** The list's name in the answer; missing where the answer is the list. */
  readonly member?: string;
  read(entry: JsonObject): HomeModel | undefined;
}

/** Inference Endpoints have one model and no list. */
const sources: Readonly<Partial<Record<EndpointApi, Source>>> = {
  automatic1111: { path: '/sdapi/v1/sd-models', read: checkpointIn },
  openai: { path: '/v1/models', member: 'data', read: modelIn },
};

/**
 * In the server's order, each once, at most a thousand; none where this kind of server has no list.
 * @throws {ImageFailure} what keeps the server from answering
 * @throws the signal's reason, when it is aborted
 */
export async function listModels(
  server: HomeServer,
  api: EndpointApi,
  transport: Transport,
  signal: AbortSignal,
): Promise<readonly HomeModel[]> {
  const source = sources[api];
  if (!source) return [];
  const reply = await lookHome(server, source.path, transport, signal);
  const entries = objectsIn(reply, source.member);
  if (!entries) throw lookFailure(reply, `${server.root}${source.path}`, server.token, transport.now());
  const models = entries.flatMap((entry) => source.read(entry) ?? []);
  return [...new Map(models.map((model) => [model.id, model])).values()];
}

/** The short name, unless it looks like a model of the Hub: those are not sent to such a server. */
function checkpointIn(entry: JsonObject): HomeModel | undefined {
  const short = nameIn(entry, 'model_name');
  const title = nameIn(entry, 'title') ?? short;
  const id = short !== undefined && !isHubModel(short) ? short : title;
  return id === undefined || title === undefined || isHubModel(id) ? undefined : { id, title };
}

function modelIn(entry: JsonObject): HomeModel | undefined {
  const id = nameIn(entry, 'id');
  return id === undefined ? undefined : { id, title: id };
}
