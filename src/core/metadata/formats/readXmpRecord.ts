/**
 * Finds the exact JSON in an XMP packet, also after another program has written the packet anew: with another prefix,
 * other quotes, or as an element instead of an attribute (so does ExifTool).
 */

const namespace = /xmlns:([\p{L}\p{N}_.-]{1,60})\s{0,20}=\s{0,20}(["'])urn:depict:1\.0:\2/u;

/** Undefined where there is none. Never throws. */
export function readXmpRecord(packet: string): string | undefined {
  const prefix = namespace.exec(packet)?.[1];
  if (prefix === undefined) return undefined;
  const name = `${prefix}:record`;
  // Once in its right place; a few times more where a program has it in a comment or a history.
  for (let at = packet.indexOf(name), tries = 0; at !== -1 && tries < 20; tries += 1) {
    const behind = at + name.length;
    const before = packet[at - 1] ?? '';
    const isAttribute = /\s/.test(before);
    const value = isAttribute
      ? attributeValue(packet, behind)
      : before === '<'
        ? elementText(packet, behind)
        : undefined;
    if (value !== undefined) return withoutEntities(value);
    at = packet.indexOf(name, behind);
  }
  return undefined;
}

function attributeValue(packet: string, from: number): string | undefined {
  const [opening, quote] = /^\s{0,20}=\s{0,20}(["'])/.exec(packet.slice(from, from + 50)) ?? [];
  if (opening === undefined || quote === undefined) return undefined;
  const start = from + opening.length;
  const end = packet.indexOf(quote, start);
  return end === -1 ? undefined : packet.slice(start, end);
}

function elementText(packet: string, from: number): string | undefined {
  const start = packet.indexOf('>', from) + 1;
  const end = packet.indexOf('<', start);
  return start === 0 || end === -1 ? undefined : packet.slice(start, end);
}

const named: ReadonlyMap<string, string> = new Map(
  Object.entries({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }),
);

function withoutEntities(text: string): string {
  return text.replaceAll(/&(?:([a-z]{2,4})|#(\d{1,7})|#x([\dA-Fa-f]{1,6}));/g, (whole, name, decimal, hex) => {
    if (name !== undefined) return named.get(String(name)) ?? whole;
    const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
    return code <= 0x10_ffff ? String.fromCodePoint(code) : whole;
  });
}
