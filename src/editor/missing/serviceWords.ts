/** Who makes the images of a document or a folder, for people: whoever its settings name. */
import type { Uri } from 'vscode';
import { plainText } from '../../core/plainText.ts';
import { readDefaults } from '../settings/readDefaults.ts';

export function serviceWords(where: Uri): string {
  const { texts, endpoint } = readDefaults(where);
  return plainText(`${texts.model} (${endpoint ? new URL(endpoint.url).host : texts.provider})`, 200);
}
