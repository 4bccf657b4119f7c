/** The endings of the files that Depict makes: those of `ImageFormat`, as people write them. */
export const imageEnding = /\.(?:png|jpe?g|webp|gif|avif)$/iu;
