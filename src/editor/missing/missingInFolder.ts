/** Finds the missing images of all documents below a folder. */
import { RelativePattern, workspace, type CancellationToken, type Uri } from 'vscode';
import { documentGlob, isNotebook } from '../../core/links/languageOfFile.ts';
import { listFolder, type ListFolder } from '../links/listFolder.ts';
import { existsOnce } from './existsOnce.ts';
import { findMissing, type IsDraft } from './findMissing.ts';
import type { DocumentText, MissingImage, MissingLink } from './missingImage.ts';
import { peekIntoNotebook, readDocument, readNotebook } from './readDocument.ts';

/** Folders of packages and of what is built hold other people's documents. Those beginning with a dot are left out too. */
const leftOut = '**/{node_modules,bower_components,vendor,.*}/**';

/** A book of more than so many files is illustrated part by part. */
const mostDocuments = 5_000;

/** So many at a time: reading waits for the disk or a network, and opening files is not free. */
const together = 16;

/**
 * One image for each place, whichever documents want it, in the order of their paths.
 * @param onCut hears how many documents are looked at, where there are more
 */
export async function missingInFolder(
  folder: Uri,
  isDraft: IsDraft,
  cancellation: CancellationToken,
  onCut: (most: number) => void,
): Promise<readonly MissingImage[]> {
  const pattern = new RelativePattern(folder, documentGlob);
  const files = await workspace.findFiles(pattern, leftOut, mostDocuments, cancellation);
  if (files.length === mostDocuments) onCut(mostDocuments);
  const sorted = files.toSorted((one, other) => one.path.localeCompare(other.path));
  const exists = existsOnce();
  const list = listOnce();
  const found: MissingImage[] = [];
  for (let from = 0; from < sorted.length && !cancellation.isCancellationRequested; from += together) {
    const slice = sorted.slice(from, from + together);
    const read = await Promise.all(slice.map(textIn));
    for (const [index, file] of slice.entries()) {
      if (cancellation.isCancellationRequested) break;
      const document = read[index];
      // Notebooks hold pictures and data: of those, no two are in memory.
      const missing = await missingIn(
        isNotebook(file.path) ? await peekIntoNotebook(file) : document ? [document] : [],
      );
      // Its links can follow only where it is open.
      if (missing.length > 0 && isNotebook(file.path)) {
        found.push(...(await missingIn((await readNotebook(file)) ?? [])));
      } else found.push(...missing);
    }
  }
  return mergePlaces(found);

  async function missingIn(documents: readonly DocumentText[]): Promise<readonly MissingImage[]> {
    const missing: MissingImage[] = [];
    for (const document of documents)
      missing.push(...(await findMissing(document, exists, isDraft, list, cancellation)));
    return missing;
  }
}

/** Undefined for notebooks, which are read one by one, and what cannot be read. */
async function textIn(file: Uri): Promise<DocumentText | undefined> {
  return isNotebook(file.path) ? undefined : await readDocument(file);
}

/** Documents of one folder have all the folders around them in common. */
function listOnce(): ListFolder {
  const known = new Map<string, ReturnType<ListFolder>>();
  return (folder, languageId) => {
    const key = `${languageId} ${folder.toString()}`;
    const names = known.get(key) ?? listFolder(folder, languageId);
    known.set(key, names);
    return names;
  };
}

/** One image for each place. */
export function mergePlaces(images: readonly MissingImage[]): readonly MissingImage[] {
  const merged = new Map<string, MissingImage & { readonly links: [MissingLink, ...MissingLink[]] }>();
  for (const image of images) {
    const [first, ...others] = image.links;
    const known = merged.get(image.place.toString());
    if (known) known.links.push(first, ...others);
    else merged.set(image.place.toString(), { ...image, links: [first, ...others] });
  }
  return [...merged.values()];
}
