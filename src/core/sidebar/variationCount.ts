/** How many variations are made from the sidebar. */
import { countRange } from '../checkRequest.ts';

/** As many as the form's field says, where that is more than one; one alone is the field's default and nobody's wish. */
export function variationCount(field: string, usual: number): number {
  const count = Number(field.trim());
  return Number.isInteger(count) && count > 1 && count <= countRange.max ? count : usual;
}
