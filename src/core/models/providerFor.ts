/** Which provider makes the pictures of a model that was just chosen. */

/**
 * The one of the settings, unless it is known not to serve the model: then whoever does.
 * @param served ids of those that do; none where nobody knows
 */
export function providerFor(current: string, served: readonly string[]): string {
  return current === 'auto' || served.length === 0 || served.includes(current) ? current : 'auto';
}
