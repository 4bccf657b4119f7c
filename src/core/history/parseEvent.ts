/** Reads a line of a journal, which may be damaged, or written by a later version. Never throws. */
import { fileExtensions } from '../image.ts';
import { parseJobHandle } from '../jobHandle.ts';
import { parameters } from '../parameters.ts';
import type { HistoryChange, HistoryEvent } from './event.ts';
import { isRecord } from './isRecord.ts';
import { readStamp } from './stamp.ts';

export type Fields = Readonly<Record<string, unknown>>;

/**
 * The event; undefined for what is none, or none that this version knows. It may have more fields than this version
 * knows. It is what was parsed itself: ten thousand copies would take as long as reading them.
 */
export function parseEvent(line: string): HistoryEvent | undefined {
  const fields = parseFields(line);
  if (!fields) return undefined;
  const { id, at, type } = fields;
  const isKnown = typeof type === 'string' && Object.hasOwn(checks, type);
  const isStamped = typeof id === 'string' && readStamp(id) !== undefined && isTime(at);
  const isEvent = isKnown && isStamped && checks[type as HistoryChange['type']](fields);
  return isEvent ? (fields as unknown as HistoryEvent) : undefined;
}

/** The JSON object that a line is, if it is one. */
export function parseFields(line: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const checks: Readonly<Record<HistoryChange['type'], (fields: Fields) => boolean>> = {
  imageSaved: ({ image }) => isObject(image) && isImage(image),
  imageMoved: ({ image, uri }) => isId(image) && isUri(uri),
  documentMoved: ({ image, document }) => isId(image) && isUri(document),
  favourite: ({ image, on }) => isId(image) && typeof on === 'boolean',
  imageDeleted: ({ image }) => isId(image),
  imageForgotten: ({ image }) => isId(image),
  jobStarted: ({ job }) => isObject(job) && isJob(job),
  jobSaving: ({ job, folder }) => isId(job) && typeof folder === 'string' && folder !== '',
  jobAccepted: ({ job, prompt, handle }) =>
    isId(job) && typeof prompt === 'string' && parseJobHandle(handle) !== undefined,
  jobSettled: ({ job, key }) => isId(job) && typeof key === 'string',
  jobTaken: ({ job }) => isId(job),
  jobDismissed: ({ job }) => isId(job),
  jobEnded: ({ job }) => isId(job),
};

function isImage(fields: Fields): boolean {
  const { id, uri, bytes, format, record, ignored, group } = fields;
  const isFile = isUri(uri) && isSize(bytes) && typeof format === 'string' && Object.hasOwn(fileExtensions, format);
  return isId(id) && isFile && isId(group) && isRecord(record) && isIgnored(ignored) && isSource(fields);
}

function isJob(fields: Fields): boolean {
  const { id, startedAt, asked } = fields;
  return isId(id) && isTime(startedAt) && isObject(asked) && isSource(fields);
}

function isSource({ document, languageId }: Fields): boolean {
  return (document === undefined || isUri(document)) && (languageId === undefined || isId(languageId));
}

function isIgnored(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === 'string' && Object.hasOwn(parameters, one));
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Ids are made by us; what is longer was not. */
function isId(value: unknown): boolean {
  return typeof value === 'string' && value !== '' && value.length <= 100;
}

/** A path of two slashes without an authority is what VS Code's Uri throws at. */
function isUri(value: unknown): boolean {
  return typeof value === 'string' && /^[a-z][a-z0-9+.-]*:(?!\/{4})./i.test(value);
}

/** What a date can be. */
function isTime(value: unknown): boolean {
  return typeof value === 'number' && value >= 0 && value <= 8.64e15;
}

function isSize(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
