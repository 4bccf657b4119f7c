/** What every component may need: the page, its texts, the language, and the looks that are remembered. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PageStrings } from '../../core/sidebar/pageStrings.ts';
import type { Host } from '../host.ts';
import type { Thumbnails } from '../images/thumbnails.ts';
import type { Dates } from './dates.ts';
import type { Page } from './page.ts';

export interface PageParts {
  readonly page: Page;
  readonly strings: PageStrings;
  /** Numbers as the user's language writes them. */
  readonly numbers: Intl.NumberFormat;
  readonly host: Pick<Host, 'looks' | 'saveLooks'>;
  readonly dates: Dates;
  readonly thumbnails: Thumbnails;
}

const context = createContext<PageParts | undefined>(undefined);

export const PageProvider = context.Provider;

/** @throws Error outside the page: a mistake of ours. */
export function usePage(): PageParts {
  const parts = useContext(context);
  if (!parts) throw new Error('This component stands outside the page.');
  return parts;
}
