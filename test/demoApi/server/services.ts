/** What the routes work with. */
import type { WebUi } from '../dialects/automatic1111.ts';
import type { Studio } from '../studio.ts';
import type { ImageStore } from './imageStore.ts';
import type { JobBook } from './jobBook.ts';
import type { Loading } from './loading.ts';

export interface Services {
  readonly studio: Studio;
  readonly loading: Loading;
  readonly jobs: JobBook;
  readonly images: ImageStore;
  readonly webUi: WebUi;
  readonly requireToken: boolean;
  /** How long making a picture takes at least. */
  readonly generationSeconds: number;
  /** Models on a page of the Hub's list. */
  readonly mostPerPage: number;
}
