/** What page and host both keep to. */

/** Bytes of an image that is dropped on the form. */
export const maxDroppedFile = 64 * 1024 * 1024;

/** Prompts that one press of Generate may become. */
export const mostPrompts = 256;

/** Negative prompts that the form sends. */
export const mostNegatives = 100;

/**
 * UTF-16 code units of one field. Far more than a prompt may have: what is too long to send can still be typed, and is
 * told then.
 */
export const maxFieldText = 200_000;

/** UTF-16 code units of all texts of a list, with one more for each text. */
export const maxListText = 2_000_000;
