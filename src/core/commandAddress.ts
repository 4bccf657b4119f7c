/** The address that runs a command from a link in Markdown. */

/**
 * @param given to the command; anything that JSON can say
 * @returns without a character that could end the link: file names may have any parenthesis
 */
export function commandAddress(command: string, given: readonly unknown[]): string {
  const encoded = encodeURIComponent(JSON.stringify(given));
  return `command:${command}?${encoded.replaceAll('(', '%28').replaceAll(')', '%29')}`;
}
