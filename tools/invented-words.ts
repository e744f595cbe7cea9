import { randomNumbers } from './random-numbers.ts';

/** Function words of English by frequency; about half of all words are of these. */
export const FUNCTION_WORDS = (
  'the of and to in a that is was for on with as it be at by this are we from not have they but will has our an which ' +
  'or you been their all more would one who there if so can what about when up no do out into its than them some could ' +
  'these only other new time those now must should did us very after over such he she his her i my me your were had'
).split(' ');

const ONSETS = 'b br c ch d dr f fl g gr h j k l m n p pl pr qu r s sh sl st t th tr v w'.split(' ');
const VOWELS = 'a e i o u ai ea oo ou'.split(' ');
const CODAS = 'b ck d ft g l ll m mp n nd nt p r rd rt s st t x'.split(' ');

/** The invented word of a rank, the same always: a frequent word is short. */
export function wordOf(rank: number): string {
  const known = WORDS.get(rank);
  if (known) return known;
  const word = invent(rank);
  if (rank < FREQUENT) WORDS.set(rank, word);
  return word;
}

const WORDS = new Map<number, string>();
const FREQUENT = 50_000;

function invent(rank: number): string {
  const random = randomNumbers(rank * 2 + 1);
  const pick = (parts: readonly string[]): string => parts[Math.floor(random() * parts.length)] ?? '';
  const syllables = 1 + Math.floor(Math.log10(rank + 10) / 2.4 + random() * 0.75);
  let word = '';
  for (let index = 0; index < syllables; index++) word += pick(ONSETS) + pick(VOWELS);
  return word + pick(CODAS);
}

/** Endings of English, with how often a word takes them. */
const ENDINGS: readonly [share: number, ending: string][] = [
  [0.62, ''],
  [0.82, 's'],
  [0.9, 'ed'],
  [0.97, 'ing'],
  [1, 'ly'],
];

function inflected(random: () => number, rank: number): string {
  const chance = random();
  return wordOf(rank) + (ENDINGS.find(([share]) => chance < share)?.[1] ?? '');
}

/** A rank by Zipf's law without an end: the more words, the more that are new. */
export function contentRank(random: () => number): number {
  return Math.floor(150 * ((1 - random()) ** -1.15 - 1)) % 3_000_000;
}

function functionWord(random: () => number): string {
  const count = FUNCTION_WORDS.length;
  return FUNCTION_WORDS[Math.floor(6 * (count / 6 + 1) ** random() - 6)] ?? 'the';
}

/** A sentence of a number of words, some of which are of a subject. */
export function sentence(random: () => number, subject: readonly number[], length: number): string {
  const words = Array.from({ length }, () => {
    if (random() < 0.5) return functionWord(random);
    const isSubject = random() < 0.15;
    const rank = isSubject ? (subject[Math.floor(random() * subject.length)] ?? 0) : contentRank(random);
    return inflected(random, rank);
  });
  return (
    capital(words.map((word, index) => (index % 11 === 10 && index < length - 1 ? `${word},` : word)).join(' ')) + '.'
  );
}

/** The invented name of a person, the same always for a number. */
export function speakerName(number: number): string {
  return `${capital(wordOf(number * 7 + 500))} ${capital(wordOf(number * 11 + 900))}`;
}

/** A text with a capital at its beginning. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
