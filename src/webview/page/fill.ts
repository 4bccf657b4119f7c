/** Puts values in the places `{0}`, `{1}`… of a text. Places without a value stay as they are. */
export function fill(text: string, ...values: readonly (string | number)[]): string {
  return text.replaceAll(/\{(\d+)\}/g, (place, index: string) => String(values[Number(index)] ?? place));
}
