import type { StatementRow } from '../../src/content/rows/statement-row.ts';
import { type Query, queryOf as querySearched, readSearch } from '../../src/search/query/index.ts';
import { formsOf } from '../../src/text/words.ts';
import { FUNCTION_WORDS } from '../../tools/invented-words.ts';

/** The kinds of query whose cost is measured. */
export const KINDS = ['one word', 'two words', 'word+speaker+years', 'phrase'] as const;
export type Kind = (typeof KINDS)[number];

/** The variants of a search for a known statement. */
export const VARIANTS = ['exact', 'inflected', 'typo'] as const;
export type Variant = (typeof VARIANTS)[number];

/** Readers are assumed to search for words of at least this many letters that are not function words. */
const SHORTEST = 4;
const NOT_SEARCHED = new Set(FUNCTION_WORDS);
const WORDS_A_PHRASE = 4;
/** Years before and after a statement's own. */
const YEARS_AROUND = 2;

/** A query without any condition. */
export const EMPTY = querySearched(readSearch(''));

/** The words of a text that a reader may search for, each once. */
function contentWords(text: string): string[] {
  const forms = new Set(formsOf(text));
  return [...forms].filter((form) => form.length >= SHORTEST && /^\p{L}+$/u.test(form) && !NOT_SEARCHED.has(form));
}

/** A query of a kind that finds a statement; `null` if the statement is too short or lacks what the query needs. */
export function queryOf(kind: Kind, row: StatementRow, random: () => number): Query | null {
  const words = shuffled(contentWords(row.text), random);
  const [first, second] = words;
  if (kind === 'phrase') {
    const forms = formsOf(row.text);
    const start = Math.floor(random() * (forms.length - WORDS_A_PHRASE + 1));
    return forms.length < WORDS_A_PHRASE
      ? null
      : { ...EMPTY, phrases: [forms.slice(start, start + WORDS_A_PHRASE).join(' ')] };
  }
  if (!first) return null;
  if (kind === 'one word') return { ...EMPTY, words: [first] };
  if (kind === 'two words') return second ? { ...EMPTY, words: [first, second] } : null;
  if (!row.speaker?.id) return null;
  const year = Number(row.published.slice(0, 4));
  const years = { from: year - YEARS_AROUND, to: year + YEARS_AROUND };
  return { ...EMPTY, words: [first], only: { speaker: row.speaker.id }, years };
}

/** A search for a known statement by three to five of its words. */
export function knownItem(variant: Variant, text: string, random: () => number): Query | null {
  const words = shuffled(contentWords(text), random);
  const wanted = 3 + Math.floor(random() * 3);
  if (words.length < 3) return null;
  const chosen = words.slice(0, wanted);
  const changes: Record<Variant, (word: string) => string> = {
    exact: (word) => word,
    inflected,
    typo: (word) => mistyped(word, random),
  };
  // The longest word, since a typo in a word of four letters usually produces another word.
  const longest = chosen.reduce((long, word) => (word.length > long.length ? word : long));
  return { ...EMPTY, words: chosen.map((word) => (word === longest ? changes[variant](word) : word)) };
}

/** Another form of an English word, by its regular endings. */
function inflected(word: string): string {
  for (const [ending, other] of [
    [/ies$/, 'y'],
    [/([^s])s$/, '$1'],
    [/([^aeiou])ing$/, '$1ed'],
    [/([^aeiou])ed$/, '$1ing'],
    [/([^aeiou])y$/, '$1ies'],
    [/(s|x|ch|sh)$/, '$1es'],
  ] as const) {
    if (ending.test(word)) return word.replace(ending, other);
  }
  return `${word}s`;
}

/** A word with one typo: a letter added, dropped or replaced, or two neighbours swapped. */
function mistyped(word: string, random: () => number): string {
  const at = Math.floor(random() * (word.length - 1));
  const letter = String.fromCharCode(97 + Math.floor(random() * 26));
  const [before, here, next, after] = [word.slice(0, at), word[at] ?? '', word[at + 1] ?? '', word.slice(at + 2)];
  const slips = [
    before + next + after,
    before + letter + here + next + after,
    before + letter + next + after,
    before + next + here + after,
  ];
  const slip = slips[Math.floor(random() * slips.length)] ?? word;
  return slip === word ? mistyped(word, random) : slip;
}

export function shuffled<T>(things: readonly T[], random: () => number): T[] {
  return things
    .map((thing) => ({ thing, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ thing }) => thing);
}
