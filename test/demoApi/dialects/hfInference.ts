/**
 * Today's `hf` dialect: POST /hf-inference/models/{id} as behind the router. Flat width and height, one negative
 * prompt; no cache, no waiting header, and only models that the Hub says hf-inference serves.
 */
import { modelNamed } from '../models.ts';
import type { Call } from '../server/call.ts';
import { headerOf } from '../server/call.ts';
import { errorReply } from '../server/reply.ts';
import type { Reply } from '../server/reply.ts';
import type { Studio } from '../studio.ts';
import { gateRefusal, refusal } from '../tokens.ts';
import { acceptedType } from './acceptedType.ts';
import { pipelineCall } from './pipelineCall.ts';
import { requestBody } from './requestBody.ts';

export async function answerHfInference(
  call: Call,
  modelId: string,
  { studio, requireToken }: { studio: Studio; requireToken: boolean },
): Promise<Reply> {
  const refused = refusal(call, requireToken);
  if (refused) return refused;
  const model = modelNamed(modelId);
  if (!model) return errorReply(404, `Model ${modelId} does not exist`);
  const served = model.providers['hf-inference'];
  if (served?.status !== 'live' || served.task !== 'text-to-image') {
    return errorReply(400, 'Model not supported by provider hf-inference');
  }
  const gated = gateRefusal(call, model);
  if (gated) return gated;

  const body = requestBody(call);
  if ('reply' in body) return body.reply;
  const pipeline = pipelineCall(body.fields, model.edge);
  if ('reply' in pipeline) return pipeline.reply;
  const type = acceptedType(headerOf(call, 'accept'));
  return studio.make({ ...pipeline.arguments, model: model.id, sha: model.sha, type }, 'none', call.signal);
}
