/** Reads a line of a journal, which may be damaged, or written by a later version. Never throws. */
import { fileExtensions, type ImageFormat } from '../image.ts';
import { parameters, type ParameterName } from '../parameters.ts';
import type { HistoryChange, HistoryEvent, HistoryJob, SavedImage } from './event.ts';
import { parseRecord } from './parseRecord.ts';
import { readStamp } from './stamp.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** The event; undefined for what is none, or none that this version knows. */
export function parseEvent(line: string): HistoryEvent | undefined {
  const fields = parseFields(line);
  if (!fields) return undefined;
  const { id, at, type } = fields;
  if (typeof id !== 'string' || !readStamp(id) || !isTime(at)) return undefined;
  const parse =
    typeof type === 'string' && Object.hasOwn(parsers, type) ? parsers[type as HistoryChange['type']] : undefined;
  const change = parse?.(fields);
  return change && { id, at, ...change };
}

/** The JSON object that a line is, if it is one. */
export function parseFields(line: string): Fields | undefined {
  try {
    return fieldsOf(JSON.parse(line));
  } catch {
    return undefined;
  }
}

type Parse = (fields: Fields) => HistoryChange | undefined;

const parsers: Readonly<Record<HistoryChange['type'], Parse>> = {
  imageSaved: (fields) => {
    const image = parseImage(fieldsOf(fields['image']) ?? {});
    return image && { type: 'imageSaved', image };
  },
  imageMoved: ({ image, uri }) => (isId(image) && isUri(uri) ? { type: 'imageMoved', image, uri } : undefined),
  documentMoved: ({ image, document }) =>
    isId(image) && isUri(document) ? { type: 'documentMoved', image, document } : undefined,
  favourite: ({ image, on }) => (isId(image) && typeof on === 'boolean' ? { type: 'favourite', image, on } : undefined),
  imageDeleted: ({ image }) => (isId(image) ? { type: 'imageDeleted', image } : undefined),
  imageForgotten: ({ image }) => (isId(image) ? { type: 'imageForgotten', image } : undefined),
  jobStarted: (fields) => {
    const job = parseJob(fieldsOf(fields['job']) ?? {});
    return job && { type: 'jobStarted', job };
  },
  jobSaving: ({ job, folder }) =>
    isId(job) && typeof folder === 'string' && folder !== '' ? { type: 'jobSaving', job, folder } : undefined,
  jobDismissed: ({ job }) => (isId(job) ? { type: 'jobDismissed', job } : undefined),
  jobEnded: ({ job }) => (isId(job) ? { type: 'jobEnded', job } : undefined),
};

function parseImage(fields: Fields): SavedImage | undefined {
  const { id, uri, bytes, format, ignored, group } = fields;
  const record = parseRecord(fields['record']);
  if (!isId(id) || !isUri(uri) || !isSize(bytes) || !isFormat(format) || !isId(group) || !record) return undefined;
  if (!Array.isArray(ignored)) return undefined;
  return { id, uri, bytes, format, record, ignored: ignored.filter(isParameter), group, ...parseSource(fields) };
}

function parseJob(fields: Fields): HistoryJob | undefined {
  const { id, startedAt } = fields;
  const asked = fieldsOf(fields['asked']);
  if (!isId(id) || !isTime(startedAt) || !asked) return undefined;
  return { id, startedAt, asked, ...parseSource(fields) };
}

function parseSource({ document, languageId }: Fields): Pick<SavedImage, 'document' | 'languageId'> {
  return { ...(isUri(document) ? { document } : {}), ...(isId(languageId) ? { languageId } : {}) };
}

function fieldsOf(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}

/** Ids are made by us; what is longer was not. */
function isId(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= 100;
}

/** A path of two slashes without an authority is what VS Code's Uri throws at. */
function isUri(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z][a-z0-9+.-]*:(?!\/{4})./i.test(value);
}

/** What a date can be. */
function isTime(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= 8.64e15;
}

function isSize(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isFormat(value: unknown): value is ImageFormat {
  return typeof value === 'string' && Object.hasOwn(fileExtensions, value);
}

function isParameter(value: unknown): value is ParameterName {
  return typeof value === 'string' && Object.hasOwn(parameters, value);
}
