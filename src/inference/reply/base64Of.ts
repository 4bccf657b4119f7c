/** Tells base64 from other text. */

/**
 * The base64 itself, out of a `data:` URL where it is one. A word like "error" is made of base64's letters too, so a
 * short text counts only if it starts as PNG, JPEG, WebP, GIF or AVIF do.
 */
export function base64Of(text: string): string | undefined {
  const data = /^data:[\w/+.-]*;base64,/i.exec(text.slice(0, 100));
  const base64 = data ? text.slice(data[0].length) : text;
  if (!data && base64.length < 200 && !/^(iVBORw0KGgo|\/9j\/|UklGR|R0lGOD|AAAA)/.test(base64)) return undefined;
  return /[^\w+/=\s-]|[\w+/-] [\w+/-]/.test(base64) ? undefined : base64;
}
