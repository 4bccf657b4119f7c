/** A saved picture as the exported API and the commands hand it out. */
import { l10n, type Uri } from 'vscode';
import type { GeneratedImage } from '../../api.ts';
import { isDraft } from '../../core/draft/isDraft.ts';
import type { Picture } from '../../core/generate.ts';
import type { GenerationRecord } from '../../core/metadata/record.ts';
import { altText } from '../../core/prompt/altText.ts';
import type { FallOver } from '../../core/request.ts';
import { linkFor, linkText, type LinkContext } from '../links/linkFor.ts';

export async function describeImage(picture: Picture<Uri>, context: LinkContext): Promise<GeneratedImage> {
  const { record, place, format, bytes, ignored, fellOver = [] } = picture;
  const { prompt, model, provider, width, height, parameters } = record;
  return {
    uri: place,
    link: linkText(await linkFor(picture, context)),
    alt: altText(prompt),
    prompt,
    ...(parameters.seed === undefined ? {} : { seed: parameters.seed }),
    model,
    provider,
    width,
    height,
    format,
    bytes,
    ignored,
    ...noteOf(record, fellOver),
  };
}

function noteOf(record: GenerationRecord, fellOver: readonly FallOver[]): Pick<GeneratedImage, 'note'> {
  if (isDraft(record))
    return { note: l10n.t('A draft: it holds the place of the real image, which is still to be generated.') };
  return fellOver.length > 0 ? { note: fellOverWords(record.provider, fellOver) } : {};
}

function fellOverWords(provider: string, fellOver: readonly FallOver[]): string {
  const others = fellOver.map((one) => one.provider).join(', ');
  return l10n.t('Made by {0}, because it could not be had from {1}.', provider, others);
}
