/** Where the image links of a Markdown text really lead: a CommonMark parser reads them as any viewer would. */
import assert from 'node:assert/strict';
import { Parser } from 'commonmark';
import * as vscode from 'vscode';

/** The file behind the only image in the text of a document. */
export function linkedFile(text: string, document: vscode.Uri): string {
  const [destination, ...others] = imagesIn(text);
  assert(destination !== undefined && others.length === 0, `There should be one image in: ${text}`);
  return follow(destination, document);
}

/** The file behind a link's address, as seen from its document. */
function follow(destination: string, document: vscode.Uri): string {
  if (/^[\w+.-]+:/.test(destination)) return vscode.Uri.parse(destination).toString();
  return vscode.Uri.joinPath(document, '..', decodeURIComponent(destination)).toString();
}

function imagesIn(text: string): readonly string[] {
  const walker = new Parser().parse(text).walker();
  const found: string[] = [];
  for (let step = walker.next(); step; step = walker.next()) {
    if (step.entering && step.node.type === 'image') found.push(step.node.destination ?? '');
  }
  return found;
}
