/** What a prompt asks to see. What it leaves open is decided by its words all the same, so that a prompt keeps its look. */
import { createRandom } from '../random.ts';
import type { Random } from '../random.ts';
import { hues, places, seasons, things, times, weathers } from './vocabulary.ts';

export interface Theme {
  readonly time: keyof typeof times;
  readonly place: keyof typeof places;
  readonly weather: keyof typeof weathers | 'clear';
  readonly season: keyof typeof seasons | 'summer';
  readonly things: ReadonlySet<keyof typeof things>;
  readonly hue?: keyof typeof hues;
}

export function themeOf(prompt: string, negativePrompt: readonly string[]): Theme {
  const unwanted = tokensOf(negativePrompt.join(' '));
  const wanted = tokensOf(prompt);
  const has = (words: readonly string[]): boolean =>
    words.some((word) => mentions(wanted, word)) && !words.some((word) => mentions(unwanted, word));
  const random = createRandom(`theme ${wanted.text}`);

  const weather = named(weathers, has);
  const season = named(seasons, has) ?? 'summer';
  const hue = named(hues, has);
  return {
    time: named(times, has) ?? random.pick(['dusk', 'dusk', 'dusk', 'dawn', 'day', 'night']),
    place: named(places, has) ?? placeOf(random),
    weather: weather ?? 'clear',
    season,
    things: new Set(keysOf(things).filter((name) => has(things[name]))),
    ...(hue === undefined ? {} : { hue }),
  };
}

interface Tokens {
  readonly text: string;
  readonly words: readonly string[];
}

function tokensOf(prompt: string): Tokens {
  const text = prompt.normalize('NFC').toLowerCase().trim();
  return { text, words: text.match(/\p{L}+/gu) ?? [] };
}

/** Words of four letters and more also count as the beginning of longer ones; scripts without spaces anywhere. */
function mentions({ text, words }: Tokens, word: string): boolean {
  if (/[^\p{Script=Latin}]/u.test(word)) return text.includes(word);
  return words.some((each) => each === word || each === `${word}s` || (word.length >= 4 && each.startsWith(word)));
}

function named<Name extends string>(
  table: Readonly<Record<Name, readonly string[]>>,
  has: (words: readonly string[]) => boolean,
): Name | undefined {
  return keysOf(table).find((name) => has(table[name]));
}

function keysOf<Name extends string>(table: Readonly<Record<Name, unknown>>): readonly Name[] {
  return Object.keys(table) as Name[];
}

function placeOf(random: Random): Theme['place'] {
  return random.pick(['mountains', 'lake', 'lake', 'sea', 'hills', 'forest', 'desert']);
}
