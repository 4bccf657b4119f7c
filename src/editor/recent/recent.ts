/** The pictures of this run, newest first. */
import type { Uri } from 'vscode';
import type { Picture } from '../../core/generate.ts';
import type { LinkContext } from '../links/linkFor.ts';

export interface RecentPicture {
  readonly picture: Picture<Uri>;
  /** What its link was made for. */
  readonly context: LinkContext;
}

export interface Recent {
  add(picture: Picture<Uri>, context: LinkContext): void;
  list(limit: number): readonly RecentPicture[];
  find(place: Uri): Picture<Uri> | undefined;
}

export function createRecent(): Recent {
  const pictures: RecentPicture[] = [];
  return {
    add: (picture, context) => void pictures.unshift({ picture, context }),
    list: (limit) => pictures.slice(0, limit),
    find: (place) => pictures.find(({ picture }) => picture.place.toString() === place.toString())?.picture,
  };
}
