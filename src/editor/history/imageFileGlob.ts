/** The files that an image of the history can be, in any folder. */
export const imageFileGlob = '**/*.{png,jpg,jpeg,webp,gif,avif}';
