/**
 * XMP, the place for metadata of one's own in JPEG and WebP: holds the exact JSON as `depict:record`. Image programs
 * keep XMP when they save, and metadata viewers show a property that they do not know.
 * https://developer.adobe.com/xmp/docs/XMPSpecifications/
 */
import { encodeUtf8 } from '../../bytes/encodeUtf8.ts';
import { joinBytes } from '../../bytes/joinBytes.ts';
import { indexOfLatin1 } from '../../bytes/latin1.ts';

const packetStart =
  '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">' +
  '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">';
const packetEnd = '</rdf:RDF></x:xmpmeta><?xpacket end="w"?>';
const rdfEnd = '</rdf:RDF>';
const recordStart = '<rdf:Description rdf:about="" xmlns:depict="urn:depict:1.0:" depict:record="';
const recordEnd = '"/>';

/** Whether the packet holds a record in the form that we write. */
export function hasRecord(xmp: Uint8Array): boolean {
  return indexOfLatin1(xmp, recordStart) !== -1;
}

/**
 * An XMP packet with the record in it, in place of an older one.
 * @param xmp an existing packet, whose other properties stay; left out where there is none
 * @returns undefined where the existing packet cannot be added to (UTF-16, or another spelling of its end)
 */
export function xmpWithRecord(json: string, xmp?: Uint8Array): Uint8Array | undefined {
  const record = encodeUtf8(recordStart + escapeAttribute(json) + recordEnd);
  if (!xmp) return joinBytes(encodeUtf8(packetStart), record, encodeUtf8(packetEnd));

  const clean = withoutRecord(xmp);
  const at = indexOfLatin1(clean, rdfEnd);
  return at === -1 ? undefined : joinBytes(clean.subarray(0, at), record, clean.subarray(at));
}

function withoutRecord(xmp: Uint8Array): Uint8Array {
  const start = indexOfLatin1(xmp, recordStart);
  const end = start === -1 ? -1 : indexOfLatin1(xmp, recordEnd, start + recordStart.length);
  return end === -1 ? xmp : joinBytes(xmp.subarray(0, start), xmp.subarray(end + recordEnd.length));
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
