/** Every text that the sidebar's page shows, in the user's language. `{0}`, `{1}`… are filled in by the page. Types only. */
import type { ParameterName } from '../parameters.ts';
import type { ImageAction } from './fromView.ts';

export interface PageStrings {
  readonly tabs: Texts<'label' | 'create' | 'gallery'>;
  readonly form: FormStrings;
  readonly jobs: Texts<'heading' | 'cancel' | 'dismiss' | 'about' | 'progress' | 'seconds' | 'minutes' | 'hours'>;
  readonly image: ImageStrings;
  readonly results: Texts<'heading' | 'group' | 'openGallery' | 'empty'>;
  readonly gallery: GalleryStrings;
}

export interface FormStrings extends Texts<
  | 'label'
  | 'promptHint'
  | 'promptPlaceholder'
  /** `{0}` prompts. */
  | 'alternatives'
  /** `{0}` prompts, more than the `{1}` that can be sent at once. */
  | 'tooManyAlternatives'
  | 'generate'
  /** `{0}` images, more than one. */
  | 'generateMany'
  | 'startAgain'
  | 'clear'
  | 'undo'
  | 'count'
  | 'size'
  | 'ratio'
  | 'ratioCustom'
  | 'ratioLock'
  | 'swap'
  | 'more'
  /** `{0}` settings are set. */
  | 'moreSet'
  | 'negativeHint'
  /** `{0}` is a negative prompt. */
  | 'removeNegative'
  /** `{0}` is how many there may be. */
  | 'negativesFull'
  | 'seedEachTime'
  | 'seedNotUsed'
  /** `{0}` is a seed. */
  | 'seedOfSetting'
  | 'seedLock'
  | 'seedDice'
  | 'seedLast'
  | 'modelsOwn'
  | 'model'
  | 'provider'
  /** `{0}` is the name of the field, `{1}` what it is now. */
  | 'choose'
  | 'styles'
  | 'editStyles'
  | 'noStyles'
  /** `{0}` is a style that the settings do not have any more. */
  | 'styleGone'
  | 'chooseImage'
  | 'dropHint'
  | 'dropHere'
  | 'dropNotAnImage'
  | 'dropTooLarge'
> {
  readonly prompt: string;
  readonly parameters: Readonly<Record<ParameterName, string>>;
}

export interface ImageStrings extends Texts<
  | 'actions'
  | 'insertAt'
  | 'insertBack'
  | 'favourite'
  | 'deleted'
  | 'unreadable'
  | 'loading'
  | 'prompt'
  | 'model'
  | 'provider'
  | 'size'
  /** `{0}` × `{1}` pixels. */
  | 'sizeValue'
  | 'created'
  | 'file'
> {
  readonly action: Readonly<Record<ImageAction, string>>;
}

export type GalleryStrings = Texts<
  | 'search'
  | 'clearSearch'
  | 'model'
  | 'anyModel'
  | 'document'
  | 'anyDocument'
  | 'favouritesOnly'
  | 'list'
  | 'keys'
  | 'found'
  | 'foundOne'
  | 'today'
  | 'yesterday'
  /** `{0}` is the prompt, `{1}` when the image was made. */
  | 'option'
  | 'marked'
  | 'markedOne'
  | 'unmarked'
  | 'unmarkAll'
  | 'compare'
  | 'differs'
  | 'notSet'
  | 'back'
  | 'previous'
  | 'next'
  /** Image `{0}` of `{1}`. */
  | 'position'
  | 'empty'
  | 'emptyButton'
  | 'nothingFound'
  | 'clearFilters'
>;

type Texts<Name extends string> = Readonly<Record<Name, string>>;
