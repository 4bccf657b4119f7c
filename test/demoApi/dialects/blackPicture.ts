/** What a content filter leaves of a picture. */
import { encodeJpeg } from '../picture/encodeJpeg.ts';
import { encodePng } from '../picture/encodePng.ts';
import type { Reply } from '../server/reply.ts';
import type { PictureType } from '../studio.ts';

export async function blackPicture(type: PictureType): Promise<Reply> {
  const picture = { width: 512, height: 512, pixels: new Uint8Array(512 * 512 * 3) };
  const body = type === 'image/png' ? await encodePng(picture) : encodeJpeg(picture, 92);
  return { status: 200, headers: { 'content-type': type }, body };
}
