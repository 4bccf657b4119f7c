/** The way back from a picture: how it was made, as far as its file tells. */
import type { Inflate } from '../image/inflate.ts';
import { matchSignature } from '../image/signature.ts';
import { findInJpeg } from './formats/findInJpeg.ts';
import { findInPng } from './formats/findInPng.ts';
import { findInWebp } from './formats/findInWebp.ts';
import type { FindTexts, FoundTexts } from './foundTexts.ts';
import type { ImageSettings } from './imageSettings.ts';
import { parseParametersText, type ParametersText } from './parameters/parseParametersText.ts';
import { readRecord } from './readRecord.ts';

const formats: readonly { readonly signature: string; readonly find: FindTexts }[] = [
  { signature: '\x89PNG\r\n\x1a\n', find: findInPng },
  { signature: '\xff\xd8\xff', find: findInJpeg },
  { signature: 'RIFF????WEBP', find: findInWebp },
];

/**
 * Reads PNG, JPEG and WebP, told by their bytes. Ours comes first; a record of a version that is not known is passed
 * over for the text beside it. Undefined where nothing is found. Never rejects, and never takes long: whatever a
 * damaged or hostile file claims, only a part of bounded size is looked at.
 */
export async function readSettings(bytes: Uint8Array, inflate: Inflate): Promise<ImageSettings | undefined> {
  const format = formats.find(({ signature }) => matchSignature(bytes, signature) === 'yes');
  if (!format) return undefined;
  const found = await format.find(bytes, inflate);
  const theirs = findParameters(found);
  const text = theirs && { text: theirs.text };
  for (const json of found.json) {
    const ours = readRecord(json);
    if (ours) return { source: 'depict', ...ours, ...text };
  }
  return theirs && { source: 'a1111', settings: theirs.settings, ...text };
}

/** A comment counts only when it cannot be anything else: cameras and people write there too. */
function findParameters({ parameters, comments }: FoundTexts): (ParametersText & { text: string }) | undefined {
  for (const [texts, needsProof] of [
    [parameters, false],
    [comments, true],
  ] as const) {
    for (const text of texts) {
      const parsed = parseParametersText(text);
      if (parsed && (parsed.isCertain || !needsProof)) return { ...parsed, text };
    }
  }
  return undefined;
}
