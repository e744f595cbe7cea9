import { FEMALE_NAMES, MALE_NAMES } from '../grammar/names.ts';
import { type Token, tokenAt } from '../grammar/tokens.ts';
import { FEMALE_NOUNS, MALE_NOUNS, ROLE_NOUNS, TITLES } from '../grammar/words.ts';

/** The pronoun for somebody, if known. */
export type Gender = 'he' | 'she' | null;

/** A name as it appears in a noun phrase, without titles. */
export interface Name {
  words: string[];
  gender: Gender;
}

const ENDS_NAME = /^(?:who|whose|which|that|of|for|at|in|from|on|and|or|with|to|as|named|himself|herself)$/;
const PARTICLE = /^(?:de|van|von|der|la|bin|al|el|di|da|dos|le|du)$/;
const SUFFIX = /^(?:Jr|Sr|II|III|IV)\.?$/;
const NOBODY =
  /^(?:He|She|They|It|I|We|You|This|That|These|Those|A|An|The|Who|Some|Many|Others?|Another|One|\p{Lu}|Questions?|Answers?|Two|Three|Four|Five|Republicans?|Democrats?|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)$/u;

/** The name that heads a noun phrase: "Corey Lewandowski" in "Trump campaign manager Corey Lewandowski". */
export function headName(phrase: readonly Token[]): Name | null {
  const words = headOf(phrase);
  const to = words.findLastIndex(({ kind }) => kind === 'word') + 1;
  if (!tokenAt(words, to - 1).isCapital) return null;
  let from = to;
  while (isNamePart(tokenAt(words, from - 1))) from--;

  const nouns = words.slice(0, to).map(({ lower }) => genderOfNoun(lower));
  let gender = nouns.findLast((known) => known !== null) ?? null;
  const isBody = to - from > 1 && ROLE_NOUNS.has(tokenAt(words, to - 1).lower);
  if (!isBody) from = givenName(words, from, to);
  const isTitle = ({ lower }: Token): boolean =>
    /^(?:the|an?)$/.test(lower) || (!isBody && (TITLES.has(lower) || lower === 'of'));
  // "Virginia Sen. Tim Kaine": the words before a title are not part of the name either.
  const title = isBody ? -1 : words.findLastIndex(({ lower }, at) => at > from && at < to - 1 && TITLES.has(lower));
  if (title > from) from = title;
  while (from < to - 1 && isTitle(tokenAt(words, from))) from++;

  const name = words.slice(from, to).map(({ text }) => text);
  const kept = name.filter((text, at) => at === 0 || !SUFFIX.test(text));
  const [first = ''] = kept;
  if (kept.length === 1) {
    const isRole =
      from > 0 && /^(?:the|an?)$/.test(tokenAt(words, from - 1).lower) && ROLE_NOUNS.has(first.toLowerCase());
    if (NOBODY.test(first) || isRole) return null;
    // A single name is usually a surname, but a woman's first name seldom is one.
    if (FEMALE_NAMES.has(first.toLowerCase())) gender ??= 'she';
  } else {
    gender ??= genderOfName(first);
  }
  return { words: kept, gender };
}

/** The phrase up to the description of its head; "Secretary of State" is kept whole. */
function headOf(phrase: readonly Token[]): readonly Token[] {
  let isTitle = true;
  const end = phrase.findIndex(({ kind, lower }, at) => {
    if (kind === 'comma' || kind === 'break' || kind === 'colon' || kind === 'stop') return true;
    const ends = at > 0 && kind === 'word' && ENDS_NAME.test(lower) && !(lower === 'of' && isTitle);
    isTitle &&= TITLES.has(lower) || lower === 'the' || lower === 'of';
    return ends;
  });
  return end < 0 ? phrase : phrase.slice(0, end);
}

const isNamePart = ({ kind, isCapital, lower }: Token): boolean =>
  kind === 'word' && (isCapital || PARTICLE.test(lower));

/**
 * Where the name begins after capitalised words that are not part of it: "White House Press Secretary Josh Earnest".
 */
function givenName(words: readonly Token[], from: number, to: number): number {
  if (genderOfName(tokenAt(words, from).lower)) return from;
  const isGiven = ({ lower }: Token): boolean => genderOfName(lower) !== null && !TITLES.has(lower);
  const given = words.findLastIndex((word, at) => at > from && at < to - 1 && isGiven(word));
  return given > from ? given : from;
}

function genderOfName(first: string): Gender {
  const lower = first.toLowerCase();
  if (MALE_NAMES.has(lower)) return 'he';
  return FEMALE_NAMES.has(lower) ? 'she' : null;
}

function genderOfNoun(lower: string): Gender {
  if (MALE_NOUNS.has(lower)) return 'he';
  return FEMALE_NOUNS.has(lower) ? 'she' : null;
}
