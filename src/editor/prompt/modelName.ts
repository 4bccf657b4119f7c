/** What a language model and whoever brings it are called in messages: other extensions' words, so they are made harmless. */
import type { LanguageModelChat } from 'vscode';
import { plainText } from '../../core/plainText.ts';

export function modelName({ name, id }: Pick<LanguageModelChat, 'name' | 'id'>): string {
  return plainText(name, 80) || plainText(id, 80);
}

export function vendorName({ vendor }: Pick<LanguageModelChat, 'vendor'>): string {
  return plainText(vendor, 80);
}
