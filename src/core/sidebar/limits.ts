/** What page and host both keep to. */

/** Bytes of an image that is dropped on the form. */
export const maxDroppedFile = 64 * 1024 * 1024;
