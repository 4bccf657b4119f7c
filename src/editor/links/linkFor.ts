/** The link to an image as its document writes it. */
import type { Uri } from 'vscode';
import type { Link, LinkTarget, LinkText } from '../../core/links/linkStyle.ts';
import { linkStyleFor } from '../../core/links/linkStyles.ts';
import { markdown } from '../../core/links/markdown/markdown.ts';
import { relativeLinkPath } from '../../core/links/paths/relativeLinkPath.ts';
import { isOwnSyntax, writeLink } from '../../core/links/writeLink.ts';
import type { Picture } from '../../core/generate.ts';
import { altText } from '../../core/prompt/altText.ts';
import type { ImageHome } from '../save/imageHome.ts';
import { siteRootsAround } from './siteRoots.ts';

/** What decides how a link looks. */
export interface LinkContext {
  readonly home: ImageHome;
  /** The document's language; undefined stands for Markdown. */
  readonly languageId: string | undefined;
  readonly settings: { readonly siteRoots: readonly string[]; readonly linkTemplate: string };
  /** What stands in the document before the link, where it is known: languages can say there where paths start. */
  readonly textBefore?: string;
}

/** What a template can use besides path, alt text and size. */
const noFacts = { prompt: '', model: '', provider: '', seed: '' };

/** True where a link can be written into a document of this language. */
export function hasLinkSyntax({ languageId, settings }: LinkContext): boolean {
  return languageId !== undefined && (!isOwnSyntax(settings.linkTemplate) || linkStyleFor(languageId) !== undefined);
}

/** @throws {ImageFailure} `invalidRequest` for a template that cannot be used */
export async function linkFor({ place, record }: Picture<Uri>, context: LinkContext): Promise<LinkText> {
  const { prompt, width, height, model, provider, parameters } = record;
  const style = context.languageId === undefined ? markdown : linkStyleFor(context.languageId);
  const startFolder = style?.startFolder?.(context.textBefore ?? '') ?? '';
  const link: Link = { target: await targetFor(place, context, startFolder), alt: altText(prompt), width, height };
  const variables = { ...noFacts, prompt, model, provider, seed: parameters.seed ?? '' };
  return writeLink(context.settings.linkTemplate, link, style, variables);
}

/** Before a picture is paid for. @throws {ImageFailure} `invalidRequest` for a template that cannot be used */
export function checkLinkTemplate(template: string): void {
  const link: Link = { target: { type: 'path', path: '' }, alt: '', width: 1, height: 1 };
  writeLink(template, link, undefined, noFacts);
}

export function linkText({ before, alt, after }: LinkText): string {
  return before + alt + after;
}

/** A path from the document where there is a way, else the file's address. */
async function targetFor(file: Uri, { home, settings }: LinkContext, startFolder: string): Promise<LinkTarget> {
  const { base, document, isStorage } = home;
  const from = document ?? base;
  const isApart = from.scheme !== file.scheme || from.authority !== file.authority || isStorage;
  const path = isApart
    ? undefined
    : relativeLinkPath({
        ...(document ? { documentPath: document.path } : {}),
        startFolder,
        filePath: file.path,
        workspaceFolderPath: base.path,
        siteRoots: await siteRootsAround(file, base, settings.siteRoots),
        ignoreCase: /^\/[a-z]:/i.test(file.path),
      });
  return path === undefined ? { type: 'uri', uri: file.toString() } : { type: 'path', path };
}
