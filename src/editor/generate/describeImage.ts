/** A saved picture as the exported API and the commands hand it out. */
import type { Uri } from 'vscode';
import type { GeneratedImage } from '../../api.ts';
import type { Picture } from '../../core/generate.ts';
import { altText } from '../../core/prompt/altText.ts';
import { linkFor, linkText, type LinkContext } from '../links/linkFor.ts';

export async function describeImage(picture: Picture<Uri>, context: LinkContext): Promise<GeneratedImage> {
  const { record, place, format, bytes, ignored } = picture;
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
  };
}
