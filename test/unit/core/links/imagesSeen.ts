// What a CommonMark parser sees, to compare with what we find.
import { Parser, type Node } from 'commonmark';

export interface SeenImage {
  readonly target: string;
  readonly alt: string;
}

/** The images of a document, those inside an image's alt text left out. */
export function imagesSeen(text: string): readonly SeenImage[] {
  const images: SeenImage[] = [];
  const walker = new Parser().parse(text).walker();
  let depth = 0;
  for (let event = walker.next(); event; event = walker.next()) {
    const { node, entering } = event;
    if (entering && depth === 0 && (node.type === 'html_block' || node.type === 'html_inline')) {
      images.push(...tagsIn(node.literal ?? ''));
    }
    if (node.type !== 'image') continue;
    if (entering && depth++ === 0) images.push({ target: node.destination ?? '', alt: textOf(node) });
    if (!entering) depth--;
  }
  return images;
}

/** The headings of a document that have words. */
export function headingsSeen(text: string): readonly string[] {
  const headings: string[] = [];
  const walker = new Parser().parse(text).walker();
  for (let event = walker.next(); event; event = walker.next()) {
    if (event.entering && event.node.type === 'heading') headings.push(textOf(event.node).replace(/\s+/gu, ' ').trim());
  }
  return headings.filter((heading) => heading !== '');
}

/** Images written as plainly as the tests do. */
function tagsIn(html: string): readonly SeenImage[] {
  const visible = html.replace(/<!--[^]*?(?:-->|$)|<[!?][^>]*(?:>|$)|<x y='[^']*'>/gu, '~');
  return Array.from(visible.matchAll(/<img\s+src="([^"]*)"\s*>/gu), ([, target = '']) => ({ target, alt: '' }));
}

function textOf(parent: Node): string {
  const walker = parent.walker();
  let text = '';
  for (let event = walker.next(); event; event = walker.next()) {
    const { node, entering } = event;
    if (entering && node.type === 'softbreak') text += ' ';
    if (entering && node.type !== 'html_inline') text += node.literal ?? '';
  }
  return text;
}
