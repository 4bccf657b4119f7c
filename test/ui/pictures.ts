/** Pictures that tests put into a folder. */
import { crc32 } from '../demoApi/picture/crc32.ts';
import { drawPicture } from '../demoApi/picture/drawPicture.ts';
import { encodePng } from '../demoApi/picture/encodePng.ts';

/** A small PNG of whatever the words describe. */
export function smallPicture(prompt: string): Promise<Uint8Array> {
  return encodePng(drawPicture({ prompt, negativePrompt: [], seed: 1n, width: 96, height: 64 }));
}

/** A PNG as AUTOMATIC1111 writes it: how it was made stands in a `tEXt` chunk behind the header. */
export async function pictureByAutomatic1111(prompt: string, parameters: string): Promise<Uint8Array> {
  const picture = await smallPicture(prompt);
  const typeAndData = Buffer.from(`tEXtparameters\0${parameters}`, 'latin1');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(typeAndData.length - 4);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(typeAndData));
  const behindHeader = 33;
  return Buffer.concat([
    ...[picture.subarray(0, behindHeader), length, typeAndData, check],
    picture.subarray(behindHeader),
  ]);
}
