/** What a language model is called in messages: the name is another extension's, so it is made harmless. */
import type { LanguageModelChat } from 'vscode';
import { plainText } from '../../core/plainText.ts';

export function modelName({ name, id }: Pick<LanguageModelChat, 'name' | 'id'>): string {
  return plainText(name, 80) || plainText(id, 80);
}
