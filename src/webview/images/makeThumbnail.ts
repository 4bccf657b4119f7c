/** Makes a small picture of an image's file: the host has no decoder. */
import { thumbSize } from './thumbSize.ts';

/** @throws where the file cannot be loaded or is no image that the browser knows */
export async function makeThumbnail(source: string): Promise<Blob> {
  const image = new Image();
  // Without this the canvas would refuse to give its pixels away.
  image.crossOrigin = 'anonymous';
  image.src = source;
  await image.decode();
  const size = thumbSize({ width: image.naturalWidth, height: image.naturalHeight });
  const canvas = document.createElement('canvas');
  Object.assign(canvas, size);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('There is no canvas.');
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, size.width, size.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/webp', 0.8));
  if (!blob) throw new Error('The canvas gave nothing.');
  return blob;
}
