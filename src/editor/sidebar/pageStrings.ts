/** Every text of the sidebar's page in the user's language. The page fills in `{0}`, `{1}`…. */
import { l10n } from 'vscode';
import type { PageStrings } from '../../core/sidebar/pageStrings.ts';
import { fieldLabels } from './formSnapshot.ts';

export function pageStrings(): PageStrings {
  return {
    tabs: { label: l10n.t('Depict'), create: l10n.t('Create'), gallery: l10n.t('Gallery') },
    form: formStrings(),
    jobs: {
      heading: l10n.t('Jobs'),
      cancel: l10n.t('Cancel'),
      dismiss: l10n.t('Dismiss'),
      about: l10n.t('{0}: {1}'),
      progress: l10n.t('Progress of {0}'),
      seconds: l10n.t('{0} s'),
      minutes: l10n.t('{0} min {1} s'),
      hours: l10n.t('{0} h {1} min'),
    },
    image: imageStrings(),
    results: {
      heading: l10n.t('Newest'),
      group: l10n.t('Made together'),
      openGallery: l10n.t('All images ({0})'),
      empty: l10n.t('Your images appear here.'),
    },
    gallery: galleryStrings(),
  };
}

function formStrings(): PageStrings['form'] {
  return {
    label: l10n.t('What to generate'),
    prompt: l10n.t('Prompt'),
    promptPlaceholder: l10n.t('Describe the image'),
    promptHint: l10n.t('{0} to generate, {1} to cancel what is running and start again'),
    alternatives: l10n.t('{0} prompts: one for each way to choose between the alternatives.'),
    tooManyAlternatives: l10n.t('{0} prompts are too many at once: {1} is the most.'),
    generate: l10n.t('Generate'),
    generateMany: l10n.t('Generate {0} Images'),
    startAgain: l10n.t('Start Again'),
    clear: l10n.t('Clear Form'),
    count: l10n.t('Images'),
    size: l10n.t('Size in pixels'),
    ratio: l10n.t('Aspect ratio'),
    ratioCustom: l10n.t('Any'),
    ratioLock: l10n.t('Keep the Aspect Ratio'),
    swap: l10n.t('Swap Width and Height'),
    more: l10n.t('More settings'),
    moreSet: l10n.t('{0} set'),
    negativeHint: l10n.t('What must not be in the image. Enter or a comma adds it.'),
    removeNegative: l10n.t('Remove {0}'),
    negativesFull: l10n.t('{0} are the most. What does not fit stays in the field.'),
    seedEachTime: l10n.t('New each time'),
    seedLock: l10n.t('Use This Seed Each Time'),
    seedDice: l10n.t('Random Seed'),
    seedLast: l10n.t('Seed of the Newest Image'),
    modelsOwn: l10n.t('Default'),
    model: l10n.t('Model'),
    provider: l10n.t('Provider'),
    choose: l10n.t('{0}: {1}. Choose another…'),
    styles: l10n.t('Styles'),
    editStyles: l10n.t('Edit Styles'),
    noStyles: l10n.t('No styles yet. A style is a few words that are added to the prompt.'),
    styleGone: l10n.t('The style {0} is not in the settings any more.'),
    chooseImage: l10n.t('Choose Image…'),
    dropHint: l10n.t(
      'Brings the settings of an image back into the form. You can also drop an image here; while dragging inside the workbench, hold Shift.',
    ),
    dropHere: l10n.t('Drop the image to use its settings.'),
    dropNotAnImage: l10n.t('Only PNG, JPEG and WebP images bring settings.'),
    dropTooLarge: l10n.t('This image is too large to be read here: choose it with the button.'),
    parameters: fieldLabels(),
  };
}

function imageStrings(): PageStrings['image'] {
  return {
    actions: l10n.t('Actions'),
    insertAt: l10n.t('Insert at {0}'),
    insertBack: l10n.t('Insert where it was asked for'),
    favourite: l10n.t('Favorite'),
    deleted: l10n.t('The file is gone. Its settings are still here.'),
    unreadable: l10n.t('The file cannot be shown.'),
    loading: l10n.t('Loading'),
    prompt: l10n.t('Prompt'),
    model: l10n.t('Model'),
    provider: l10n.t('Provider'),
    size: l10n.t('Size'),
    sizeValue: l10n.t('{0} × {1}'),
    created: l10n.t('Made'),
    file: l10n.t('File'),
    action: {
      insert: l10n.t('Insert'),
      copyLink: l10n.t('Copy Link'),
      copyPath: l10n.t('Copy Path'),
      open: l10n.t('Open'),
      reveal: l10n.t('Reveal in Explorer'),
      regenerate: l10n.t('Regenerate'),
      variations: l10n.t('Variations'),
      reuse: l10n.t('Reuse Settings'),
      copyAsCode: l10n.t('Copy as Code'),
      favourite: l10n.t('Add to Favorites'),
      unfavourite: l10n.t('Remove from Favorites'),
      delete: l10n.t('Delete'),
      restore: l10n.t('Restore'),
      forget: l10n.t('Remove from History'),
    },
  };
}

function galleryStrings(): PageStrings['gallery'] {
  return {
    search: l10n.t('Search prompts'),
    clearSearch: l10n.t('Clear Search'),
    model: l10n.t('Model'),
    anyModel: l10n.t('All models'),
    document: l10n.t('Document'),
    anyDocument: l10n.t('All documents'),
    favouritesOnly: l10n.t('Favorites only'),
    list: l10n.t('Images'),
    keys: l10n.t('Enter opens an image, Space marks it for comparing, Delete deletes it.'),
    found: l10n.t('{0} images'),
    foundOne: l10n.t('1 image'),
    today: l10n.t('Today'),
    yesterday: l10n.t('Yesterday'),
    option: l10n.t('{0}, {1}'),
    marked: l10n.t('{0} images marked'),
    markedOne: l10n.t('1 image marked, mark another one to compare'),
    unmarked: l10n.t('No image marked'),
    unmarkAll: l10n.t('Unmark'),
    compare: l10n.t('Compare'),
    differs: l10n.t('differs'),
    notSet: l10n.t('not set'),
    back: l10n.t('Back to the Gallery'),
    previous: l10n.t('Previous Image'),
    next: l10n.t('Next Image'),
    position: l10n.t('{0} of {1}'),
    empty: l10n.t('No images yet. What you make is kept here, with all its settings.'),
    emptyButton: l10n.t('Make the First One'),
    nothingFound: l10n.t('No image fits.'),
    clearFilters: l10n.t('Show All Images'),
  };
}
