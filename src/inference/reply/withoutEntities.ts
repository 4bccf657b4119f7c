/** Text as a page shows it: `It&#39;s` is "It's". */

const entities: ReadonlyMap<string, string> = new Map(
  Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'", '#x27': "'", nbsp: ' ' }),
);

/** Only those that are seen in the messages of services. */
export function withoutEntities(text: string): string {
  return text.replaceAll(/&(#?\w{2,5});/g, (whole, name: string) => entities.get(name.toLowerCase()) ?? whole);
}
