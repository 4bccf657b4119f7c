/** The name of a model as a file has it. */

/**
 * One line of at most 300 characters. It need not be one that any service knows: AUTOMATIC1111 writes the name of a
 * file on its own disk.
 */
export function validModel(value: unknown): string | undefined {
  const model = typeof value === 'string' ? value.trim() : '';
  return /^[^\p{Cc}]{1,300}$/u.test(model) ? model : undefined;
}
