/** A language model of VS Code that answers as a test wants, in the place of those that other extensions bring. */
import * as vscode from 'vscode';
import { replace } from './person.ts';

export interface FakeModel {
  readonly model: vscode.LanguageModelChat;
  /** The messages of each request, in their order. */
  readonly requests: readonly (readonly string[])[];
  /** Of the requests that were made. */
  readonly tokens: readonly vscode.CancellationToken[];
}

let models = 0;

/** @param answer the pieces of its answer, which may throw or never end */
export function fakeModel(name: string, answer: () => AsyncIterable<string>): FakeModel {
  const requests: string[][] = [];
  const tokens: vscode.CancellationToken[] = [];
  const model: vscode.LanguageModelChat = {
    name,
    // What was allowed in an earlier test counts for that test's model only.
    id: `fake-${process.pid}-${models++}`,
    vendor: 'tests',
    family: 'fake',
    version: '1',
    maxInputTokens: 4_000,
    countTokens: () => Promise.resolve(1),
    sendRequest(messages, _, token) {
      requests.push(messages.map(({ content }) => content.map(textOf).join('')));
      if (token) tokens.push(token);
      const text = answer();
      return Promise.resolve({ text, stream: text });
    },
  };
  return { model, requests, tokens };
}

/** @returns puts back the models that were there */
export function withModels(...given: readonly FakeModel[]): () => void {
  return replace(vscode.lm, { selectChatModels: () => Promise.resolve(given.map(({ model }) => model)) });
}

/** One piece after the other. */
export async function* pieces(...texts: readonly string[]): AsyncGenerator<string> {
  for (const text of texts) yield await Promise.resolve(text);
}

function textOf(part: unknown): string {
  return part instanceof vscode.LanguageModelTextPart ? part.value : '';
}
