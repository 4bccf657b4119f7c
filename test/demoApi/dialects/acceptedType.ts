/** Which of the two picture types an Accept header prefers. JPEG where it leaves the choice, as the real service does. */
import type { PictureType } from '../studio.ts';

const types = ['image/jpeg', 'image/png'] as const satisfies readonly PictureType[];

export function acceptedType(accept: string | undefined): PictureType {
  const [jpeg = 0, png = 0] = types.map((type) => quality(accept ?? '*/*', type));
  return png > jpeg ? 'image/png' : 'image/jpeg';
}

/** The weight of the most specific range that covers the type. */
function quality(accept: string, type: PictureType): number {
  const ranges = accept.split(',').map((part) => {
    const [range = '', ...options] = part.split(';').map((text) => text.trim().toLowerCase());
    const weight = options.find((option) => option.startsWith('q='))?.slice(2);
    return { range, weight: weight === undefined ? 1 : Number(weight) || 0 };
  });
  for (const range of [type, 'image/*', '*/*']) {
    const found = ranges.find((each) => each.range === range);
    if (found) return found.weight;
  }
  return 0;
}
