/** AsciiDoc's `imagesdir` behind a text: the folder that relative targets start from. */
import { walkAsciidoc } from './findAsciidocImages.ts';

/** Undefined where it is the document's own folder, or none that can be reached from there: another host's. */
export function imagesFolder(textBefore: string): string | undefined {
  let value: string | undefined;
  walkAsciidoc(textBefore, (_, attributes) => {
    const folder = attributes.get('imagesdir');
    value = folder === undefined ? undefined : attributes.fill(folder);
  });
  const folder = value?.replace(/\/+$/u, '');
  if (folder === undefined || folder === '' || folder === '.') return undefined;
  return /^(?:[A-Za-z][A-Za-z0-9+.-]*:|\/)/u.test(folder) ? undefined : folder;
}
