/** Finds the images that a document wants and that are not there. */
import { Range, type CancellationToken, type Uri } from 'vscode';
import type { FoundLink } from '../../core/links/linkStyle.ts';
import { linkStyleFor } from '../../core/links/linkStyles.ts';
import { isTemplate } from '../../core/missing/isTemplate.ts';
import { mayBeRequested } from '../../core/missing/mayBeRequested.ts';
import { promptFor } from '../../core/missing/promptFor.ts';
import { wantedSize } from '../../core/missing/wantedSize.ts';
import { lineStarts, positionAt } from '../../core/place/positions.ts';
import { linkCandidates, type LinkCandidates } from '../links/linkCandidates.ts';
import { listFolder, type ListFolder } from '../links/listFolder.ts';
import { existsOnce, type Exists } from './existsOnce.ts';
import { likeliestPlace } from './likeliestPlace.ts';
import type { DocumentText, MissingImage, MissingLink } from './missingImage.ts';

/** Whether a file is there, and only a draft of what is wanted. */
export type IsDraft = (file: Uri) => Promise<boolean>;

export const nothingIsDraft: IsDraft = () => Promise.resolve(false);

/** A document that wants more is one that somebody has made to be slow. */
const mostLinks = 5_000;
/** Files are looked up so many at a time. */
const together = 64;
/**
 * So many questions for a file are put for one document, those with a known answer too. A LaTeX document with five folders
 * of images and 300 images without endings, all of them missing, takes 135,000.
 */
export const mostQuestions = 200_000;

/** Whether nobody waits for the answer any more. */
type Cancellation = Pick<CancellationToken, 'isCancellationRequested'>;

/**
 * In the order of the document; links to one place are one image. Empty for a language whose links are no requests.
 * What has been found so far, where it is cancelled.
 * @param isDraft where drafts count as missing
 * @param list where many documents lie in the same folders, one that remembers
 */
export async function findMissing(
  document: DocumentText,
  exists: Exists = existsOnce(),
  isDraft: IsDraft = nothingIsDraft,
  list: ListFolder = listFolder,
  cancellation: Cancellation = { isCancellationRequested: false },
): Promise<readonly MissingImage[]> {
  const style = linkStyleFor(document.languageId);
  if (!style?.canRequest) return [];
  const { text, home, languageId } = document;
  const page = home && { path: home.path, languageId };
  const wanted = (document.links ?? style.find(text)).filter((link) => mayBeRequested(link, style, page));
  const links = wanted.slice(0, mostLinks);
  if (links.length === 0) return [];

  const candidates = await linkCandidates(home, languageId, list);
  const isFrame = home !== undefined && isTemplate(languageId, home.path, text);
  const headings = style.headings?.(text) ?? [];
  const starts = lineStarts(text);
  const byPlace = new Map<string, MissingImage & { readonly links: [MissingLink, ...MissingLink[]] }>();
  let questions = mostQuestions;
  const isSpent = (): boolean => cancellation.isCancellationRequested || questions <= 0;
  const ask: Exists = async (file) => isSpent() || (questions-- > 0 && (await exists(file)));
  for (let from = 0; from < links.length; from += together) {
    const slice = links.slice(from, from + together);
    const looked = await Promise.all(slice.map((link) => look(link, candidates, ask, isDraft, isFrame)));
    // Some of the answers are none then.
    if (isSpent()) break;
    for (const { link, place, state } of looked.flatMap((one) => one ?? [])) {
      const [start, end] = [positionAt(starts, link.targetStart), positionAt(starts, link.targetEnd)];
      const missing = { document, range: new Range(start.line, start.character, end.line, end.character) };
      const known = byPlace.get(place.toString());
      if (known) known.links.push(missing);
      else {
        byPlace.set(place.toString(), {
          place,
          links: [missing],
          prompt: promptFor(link, headings),
          ...wantedSize(link),
          isDraft: state === 'draft',
        });
      }
    }
  }
  return [...byPlace.values()];
}

interface Looked {
  readonly link: FoundLink;
  readonly place: Uri;
  readonly state: 'missing' | 'draft';
}

/** Undefined for a link whose file is there, or that leads where nothing of ours may go. */
async function look(
  link: FoundLink,
  candidates: LinkCandidates,
  exists: Exists,
  isDraft: IsDraft,
  isFrame: boolean,
): Promise<Looked | undefined> {
  const { path = '', otherPaths = [] } = link;
  const paths = [path, ...otherPaths];
  for (const each of paths) {
    for (const file of candidates(each).all) {
      if (!(await exists(file))) continue;
      return (await isDraft(file)) ? { link, place: file, state: 'draft' } : undefined;
    }
  }
  const { isRequest } = candidates(path);
  if (isRequest === 'never' || (isFrame && !path.startsWith('/'))) return undefined;
  // Of endings that are left out, only the one that can be made.
  const same = paths.filter((each) => extension(each) === extension(path));
  const where = same.map(candidates);
  const found = await likeliestPlace(
    where.flatMap(({ places }) => places),
    where.flatMap(({ ifThere }) => ifThere),
    exists,
  );
  if (!found || (isRequest === 'ifFolderExists' && found.missingFolders > 0)) return undefined;
  return { link, place: found.place, state: 'missing' };
}

function extension(path: string): string {
  return /\.[^./]*$/u.exec(path)?.[0] ?? '';
}
