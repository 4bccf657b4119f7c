/** What a folder around a document tells of where links lead. */
import type { SiteSettings } from './siteSettings.ts';

/** A folder and what stands in it. */
export interface Folder {
  /** A `Uri.path`. */
  readonly path: string;
  readonly names: readonly string[];
  readonly settings?: SiteSettings;
}
