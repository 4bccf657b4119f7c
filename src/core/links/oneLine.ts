/** Text as one line, and nothing in it that cannot be seen or that turns the text around: for prompts and alt texts. */

// Joiners stay: Persian, Indic scripts and emoji need them.
const unwanted = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u00AD\u200B\u2060\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(unwanted, '').replace(/ {2,}/gu, ' ').trim();
}
