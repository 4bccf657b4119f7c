/** The background: hills and a sun, the sign that programs know for "here will be a picture". */
import { addCircle, addPolygon, type Lines } from '../raster/outlines.ts';

/** Points of a hill's line for each wave; it looks round at every size. */
const pointsOfLine = 240;

/** @param random decides where the sun stands and how the hills run */
export function addScenery(lines: Lines, width: number, height: number, random: () => number): void {
  const short = Math.min(width, height);
  const radius = short * (0.1 + random() * 0.04);
  addCircle(lines, width * (0.72 + random() * 0.14), height * (0.26 + random() * 0.12), radius);

  const waves = Array.from({ length: 3 }, (_, index) => ({
    length: (0.9 + random() * 0.6) / (index + 1),
    shift: random() * 2 * Math.PI,
    height: (height * (0.09 + random() * 0.04)) / (index + 1),
  }));
  const base = height * (0.7 + random() * 0.06);
  // A long strip has more hills, not longer ones.
  const scale = Math.max(1, width / height / 2);
  const points = Math.ceil(pointsOfLine * scale);
  const crest = Array.from({ length: points + 1 }, (_, index) => {
    const along = index / points;
    const angle = (length: number): number => (along * scale * 2 * Math.PI) / length;
    const y = waves.reduce((sum, wave) => sum - wave.height * Math.sin(angle(wave.length) + wave.shift), base);
    return [along * width, y] as const;
  });
  addPolygon(lines, [...crest, [width, height], [0, height]]);
}
