/** A link's target for the name that its file really got. */
import { baseName } from '../names/uriPath.ts';

const ending = /\.[A-Za-z0-9]{1,5}(?=$|[?#])/u;

/**
 * The file was to be called `wanted` and is called `saved`: what is behind the common beginning changes, all else stays
 * as it was written, encoding and `./` included. A target without an ending stays without one.
 * @param target as written in the document
 * @param wanted path or name
 * @param saved path or name, in the same folder
 */
export function retarget(target: string, wanted: string, saved: string): string {
  const [from, to] = [parts(baseName(wanted)), parts(baseName(saved))];
  const added = to.base.startsWith(from.base) ? to.base.slice(from.base.length) : '';
  const match = ending.exec(target);
  const isItsOwn = match && match[0].toLowerCase() === from.ending.toLowerCase();
  if (!isItsOwn) return target + added;
  return target.slice(0, match.index) + added + to.ending + target.slice(match.index + match[0].length);
}

function parts(name: string): { readonly base: string; readonly ending: string } {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? { base: name.slice(0, dot), ending: name.slice(dot) } : { base: name, ending: '' };
}
