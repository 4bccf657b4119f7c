/** What the page's gallery has asked for, answered from the history: first only when the images were made, then those it shows. */
import { Uri, workspace } from 'vscode';
import type { HistoryImage } from '../../../core/history/event.ts';
import { plainText } from '../../../core/plainText.ts';
import { findImages } from '../../../core/sidebar/galleryQuery.ts';
import type { GalleryList, GalleryQuery } from '../../../core/sidebar/viewState.ts';

export interface Gallery {
  /** What the query finds among the images as they are now: a new revision each time. */
  list(images: readonly HistoryImage[], query: GalleryQuery): GalleryList;
  /** Of the list that was made last; undefined for another revision. */
  slice(revision: number, from: number, count: number): readonly HistoryImage[] | undefined;
}

export function createGallery(): Gallery {
  let found: readonly HistoryImage[] = [];
  let revision = 0;

  return {
    list(images, query) {
      revision += 1;
      found = findImages(images, query);
      return {
        revision,
        query,
        times: found.map(({ record }) => Math.floor(Date.parse(record.createdAt) / 1_000)),
        models: distinct(images.map(({ record }) => record.model)).toSorted(),
        documents: distinct(images.map(({ document }) => document ?? ''))
          .filter((id) => id !== '')
          .map((id) => ({ id, label: plainText(workspace.asRelativePath(Uri.parse(id)), 200) }))
          .toSorted((a, b) => (a.label < b.label ? -1 : 1)),
      };
    },
    slice: (asked, from, count) => (asked === revision ? found.slice(from, from + count) : undefined),
  };
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
