/** Finds the missing images of all documents below a folder. */
import { RelativePattern, workspace, type CancellationToken, type TextDocument, type Uri } from 'vscode';
import { documentGlob, languageOfFile } from '../../core/links/languageOfFile.ts';
import { documentHome } from '../links/documentHome.ts';
import { listFolder, type ListFolder } from '../links/linkCandidates.ts';
import { existsOnce } from './existsOnce.ts';
import { findMissing, type IsDraft } from './findMissing.ts';
import { openDocument } from './openDocument.ts';
import type { DocumentText, MissingImage } from './missingImage.ts';

/** Folders of packages and of what is built hold other people's documents. Those beginning with a dot are left out too. */
const leftOut = '**/{node_modules,bower_components,vendor,.*}/**';

/** A book of more than so many files is illustrated part by part. */
const mostDocuments = 5_000;

/** So many at a time: reading waits for the disk or a network, and opening files is not free. */
const together = 16;

/** One image for each place, whichever documents want it, in the order of their paths. */
export async function missingInFolder(
  folder: Uri,
  isDraft: IsDraft,
  cancellation: CancellationToken,
): Promise<readonly MissingImage[]> {
  const pattern = new RelativePattern(folder, documentGlob);
  const files = await workspace.findFiles(pattern, leftOut, mostDocuments, cancellation);
  const sorted = files.toSorted((one, other) => one.path.localeCompare(other.path));
  const exists = existsOnce();
  const list = listOnce();
  const found: MissingImage[] = [];
  for (let from = 0; from < sorted.length && !cancellation.isCancellationRequested; from += together) {
    const documents = await Promise.all(sorted.slice(from, from + together).map(readDocument));
    for (const document of documents) if (document) found.push(...(await findMissing(document, exists, isDraft, list)));
  }
  return mergePlaces(found);
}

/** Documents of one folder have all the folders around them in common. */
function listOnce(): ListFolder {
  const known = new Map<string, Promise<readonly string[]>>();
  return (folder) => {
    const key = folder.toString();
    const names = known.get(key) ?? listFolder(folder);
    known.set(key, names);
    return names;
  };
}

/** Undefined for what is no document, or cannot be read. What an editor has open counts, saved or not. */
export async function readDocument(uri: Uri): Promise<DocumentText | undefined> {
  const open = openDocument(uri);
  if (open) return textOf(open);
  const languageId = languageOfFile(uri.path);
  if (languageId === undefined) return undefined;
  try {
    return { uri, home: uri, languageId, text: new TextDecoder().decode(await workspace.fs.readFile(uri)) };
  } catch {
    return undefined;
  }
}

export function textOf(document: TextDocument): DocumentText {
  const { uri, languageId } = document;
  return { uri, home: documentHome(document), languageId, text: document.getText() };
}

function mergePlaces(images: readonly MissingImage[]): readonly MissingImage[] {
  const merged = new Map<string, MissingImage>();
  for (const image of images) {
    const key = image.place.toString();
    const known = merged.get(key);
    merged.set(key, known ? { ...known, links: [...known.links, ...image.links] } : image);
  }
  return [...merged.values()];
}
