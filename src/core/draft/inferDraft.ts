/** Draws a draft: what stands in for a picture until a service makes it. Asks nobody, and costs nothing. */
import type { ImageRequest, InferredImage } from '../request.ts';
import type { Deflate } from './deflate.ts';
import { encodeDraft } from './encodeDraft.ts';
import type { LoadFont } from './font/font.ts';
import { cleanText } from './layout/cells.ts';
import { composeDraft } from './layout/composeDraft.ts';
import { randomNumbers } from './layout/randomNumbers.ts';
import { barsNote, noteLetters } from './layout/scriptNames.ts';
import { draftPalette } from './raster/palette.ts';

export interface DraftPorts {
  readonly loadFont: LoadFont;
  readonly deflate: Deflate;
}

/** Pixels, where nobody says: what most models make. */
const usualSize = 1024;

/**
 * Of the size that is asked for, in colours that the seed decides. The other parameters change nothing, but none is
 * `ignored`: a draft stands for the picture that will be made, so its record keeps the whole request.
 */
export async function inferDraft(
  { prompt, provider, parameters }: ImageRequest,
  { loadFont, deflate }: DraftPorts,
): Promise<InferredImage> {
  const { width = usualSize, height = usualSize, seed = '' } = parameters;
  const text = cleanText(prompt);
  const find = await loadFont(`${text}${noteLetters}0123456789×…`);
  const random = randomNumbers(`${seed} ${text}`);
  const palette = draftPalette(random() * 360);
  const drawing = composeDraft(width, height, { prompt: text, note: barsNote(text, find), find }, random);
  return { bytes: await encodeDraft(drawing, palette, deflate), service: provider, provider, ignored: [] };
}
