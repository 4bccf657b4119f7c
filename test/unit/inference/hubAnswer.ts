/** What the Hub answers to the question who serves a model. */
import { model } from './inferring.ts';
import type { Answer } from './scriptedServer.ts';

export interface Entry {
  readonly status: string;
  readonly providerId: string;
  readonly task: string;
}

export function live(providerId: string, more: Readonly<Record<string, unknown>> = {}): Entry {
  return { status: 'live', providerId, task: 'text-to-image', ...more };
}

export function hubAnswer(mapping: Readonly<Record<string, Entry>>): Answer {
  return { json: { id: model, inferenceProviderMapping: mapping } };
}
