/** Draws drafts as the engine does: with the font's own files and Node's zlib. */
import path from 'node:path';
import { createFont } from '../../../../src/core/draft/font/font.ts';
import type { FontSubset } from '../../../../src/core/draft/font/fontSubsets.ts';
import { inferDraft } from '../../../../src/core/draft/inferDraft.ts';
import type { ParameterValues } from '../../../../src/core/parameters.ts';
import type { ImageRequest, InferredImage } from '../../../../src/core/request.ts';
import { deflatePixels } from '../../../../src/files/deflatePixels.ts';
import { inflatePixels } from '../../../../src/files/inflatePixels.ts';
import { readDraftFont } from '../../../../src/files/readDraftFont.ts';
import { extensionBundle } from '../../../runner/bundles.mjs';

/** Where each part of the font lies before it is shipped. */
const shipped = new Map(
  extensionBundle({ production: true }).entryPoints.map((one) => [path.basename(one.out), one.in] as const),
);

/** @param onRead hears which parts of the font are read */
export function draftFont(onRead?: (subset: FontSubset) => void): ReturnType<typeof createFont> {
  return createFont((subset) => {
    onRead?.(subset);
    const file = path.parse(path.resolve(shipped.get(subset) ?? subset));
    return readDraftFont(file.dir)(file.name as FontSubset);
  }, inflatePixels);
}

const loadFont = draftFont();

export function requestOf(prompt: string, parameters: ParameterValues = {}): ImageRequest {
  return {
    prompt,
    model: 'black-forest-labs/FLUX.1-schnell',
    provider: 'draft',
    parameters: { seed: '7', ...parameters },
  };
}

export function draw(
  prompt: string,
  parameters: ParameterValues = {},
  signal = new AbortController().signal,
): Promise<InferredImage> {
  return inferDraft(requestOf(prompt, parameters), { loadFont, deflate: deflatePixels(signal) });
}
