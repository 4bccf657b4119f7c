/** What it means that an answer is not the list or the account that was asked for. */
import { ImageFailure, type Failure } from '../core/failure.ts';
import { classify } from './reply/classify.ts';
import { replyContent } from './reply/replyContent.ts';
import type { HttpReply } from './transport.ts';

/** @param now milliseconds since 1970 */
export function lookFailure(reply: HttpReply, url: string, token: string | undefined, now: number): ImageFailure {
  const { host: service, origin } = new URL(url);
  const asked = { service, origin, model: '', ...(token === undefined ? {} : { token }) };
  const problem = replyContent(reply).type === 'html' ? 'html' : 'json';
  const { failure } = classify(reply, asked, now, problem);
  return new ImageFailure(aboutModels.includes(failure.kind) ? unexpected(reply, service) : failure);
}

/** Nobody asked for a model: what is not there is the route. */
const aboutModels: readonly Failure['kind'][] = ['modelMissing', 'modelNotServed', 'modelLoading', 'invalidRequest'];

function unexpected({ status }: HttpReply, service: string): Failure {
  return { kind: 'badReply', problem: 'unexpectedStatus', service, status };
}
