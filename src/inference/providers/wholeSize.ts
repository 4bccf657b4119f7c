/** Width and height for services that take both or none: nobody knows what the missing half would be. */
import type { ParameterName, ParameterValues } from '../../core/parameters.ts';

export function wholeSize({
  width,
  height,
}: ParameterValues): { readonly width: number; readonly height: number } | undefined {
  return width === undefined || height === undefined ? undefined : { width, height };
}

/** `1024x768`, or with another sign between the two. */
export function sizeText(parameters: ParameterValues, sign: 'x' | '*' = 'x'): string | undefined {
  const size = wholeSize(parameters);
  return size && `${size.width}${sign}${size.height}`;
}

/** The names of what there is a place for: none for half a size. */
export function sizeNames(parameters: ParameterValues): readonly ParameterName[] {
  return wholeSize(parameters) ? ['width', 'height'] : [];
}
