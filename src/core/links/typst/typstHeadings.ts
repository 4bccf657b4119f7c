/** The headings of Typst, `= Title`. */
import { plainTypst } from '../../prompt/clean/plainTypst.ts';
import type { Heading } from '../linkStyle.ts';
import { scanTypst } from './typstScanner.ts';

export function typstHeadings(text: string): readonly Heading[] {
  return scanTypst(text).headings.flatMap(({ start, textStart, end }) => {
    const words = plainTypst(text.slice(textStart, end));
    return words === '' ? [] : [{ start, text: words }];
  });
}
