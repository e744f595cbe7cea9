import { type Token, tokenAt } from '../grammar/tokens.ts';
import { isRoleLike } from '../grammar/word-classes.ts';
import { BODY_NOUNS, FEMALE_NOUNS, MALE_NOUNS, PERSON_NOUNS } from '../grammar/words.ts';
import { countryNamed } from './countries.ts';
import type { Gender } from './gender.ts';

/** What an article says that somebody is: "Pakistan's interior minister". */
export interface Role {
  /** As the article words it, without article or determiner. */
  text: string;
  /** The noun for a person, "governor", and as it is written, "gov". */
  noun: string;
  head: string;
  /** What else it says, in lower case; a country by its name: "pakistan", "interior". */
  about: ReadonlySet<string>;
  gender: Gender;
}

/** In words: a longer complement is not the name of a role. */
const LONGEST_COMPLEMENT = 6;

/** Nouns for what somebody is to others, and no office. */
const RELATION =
  /^(?:opponent|rival|friend|colleague|partner|wife|husband|mother|father|son|daughter|brother|sister|man|woman|person|critic|supporter|fan|neighbou?r|resident|voter|guest|victim|survivor|witness|ally|foe)$/;

/** Words of a role that distinguish nobody. */
const EMPTY =
  /^(?:the|a|an|of|for|to|at|in|on|and|from|with|his|her|their|its|our|my|former|ex|then|acting|deputy|senior|chief|top|new|first|longtime|veteran|fellow|who|is|was|also|mr|mrs|ms)$/;

/** Nouns that may take up others: "the leader" of a president. */
const GENERAL: Record<string, ReadonlySet<string>> = Object.fromEntries(
  Object.entries({
    leader: 'president premier chancellor king queen emir chairman chairwoman chair head chief minister',
    minister: 'secretary premier',
    spokesman: 'spokesperson',
    spokeswoman: 'spokesperson',
    spokesperson: 'spokesman spokeswoman',
    chair: 'chairman chairwoman head',
    chairman: 'chair head',
    chairwoman: 'chair head',
    boss: 'chief ceo executive president chairman director',
    chief: 'secretary-general head director commissioner executive ceo',
    head: 'chief director chairman chair president',
    lawmaker: 'senator congressman congresswoman representative deputy mp member',
    politician: 'senator congressman congresswoman representative deputy mp minister leader',
    lawyer: 'attorney solicitor barrister counsel',
    scientist: 'researcher professor physicist biologist oceanographer geologist',
    researcher: 'scientist professor oceanographer geologist economist',
    expert: 'analyst economist professor researcher scientist oceanographer',
    analyst: 'economist strategist expert',
    academic: 'professor lecturer scholar',
    official: 'secretary director commissioner chief deputy officer',
    officer: 'policeman constable sergeant detective inspector',
    diplomat: 'ambassador envoy minister',
    envoy: 'ambassador diplomat',
    star: 'actor actress singer player',
    writer: 'author novelist journalist columnist',
    journalist: 'reporter columnist correspondent editor',
    coach: 'manager trainer',
  }).map(([noun, others]) => [noun, new Set(others.split(' '))]),
);

/** Titles that are written short. */
const SHORT: Record<string, string> = {
  gov: 'governor',
  sen: 'senator',
  rep: 'representative',
  pres: 'president',
  gen: 'general',
  capt: 'captain',
  col: 'colonel',
  sgt: 'sergeant',
  lt: 'lieutenant',
  prof: 'professor',
  atty: 'attorney',
};

/** Whether a word is a noun for one person who has a role. */
export const isPersonNoun = (lower: string): boolean => (PERSON_NOUNS.has(lower) && !isPlural(lower)) || lower in SHORT;

/** Nouns for several people: "critics", "police". */
export const isPlural = (lower: string): boolean =>
  /^(?:people|police|men|women|authorities|mps|troops|staff)$/.test(lower) ||
  (lower.endsWith('s') && !/(?:ss|us|is)$/.test(lower) && PERSON_NOUNS.has(lower));

/**
 * Reads words as a role; `null` if they name none. The first noun for a person counts, up to which everything before and
 * "of", "for" and "to" after it say whose: "the prime minister's adviser for the interior" is an adviser.
 */
export function readRole(tokens: readonly Token[]): Role | null {
  const words = tokens.filter(({ kind }) => kind === 'word');
  const tie = words.findIndex(({ lower }, at) => at > 0 && /^(?:of|for|to|at|in|who|from|with|on)$/.test(lower));
  const before = tie < 0 ? words : words.slice(0, tie);
  const at = before.findLastIndex(({ lower }) => isPersonNoun(lower));
  const last = before.length - 1;
  const isLike =
    at < 0 && last >= 0 && isRoleLike(tokenAt(before, last).lower) && !BODY_NOUNS.has(tokenAt(before, last).lower);
  const head = at >= 0 ? at : isLike ? last : -1;
  if (head < 0) return null;
  const { lower } = tokenAt(words, head);
  const noun = SHORT[lower] ?? lower;
  const others = [...before.slice(0, head), ...words.slice(Math.max(tie, head + 1))];
  const first = words.findIndex(({ lower }) => !/^(?:the|an?|his|her|their|its|our|my|one|another)$/.test(lower));
  const end = tie < 0 || words.length - tie > LONGEST_COMPLEMENT ? head + 1 : words.length;
  return {
    text: textOf(tokens, tokenAt(words, Math.max(first, 0)), tokenAt(words, end - 1)),
    noun,
    head: lower,
    about: new Set(aboutOf(others)),
    gender: genderOfRole(noun),
  };
}

/** Whether a role is an office or a profession, by which others may call somebody. */
export const isOffice = ({ noun, text }: Role): boolean => !RELATION.test(noun) && text.length <= 100;

/** The gender that a noun tells: "spokeswoman". */
export function genderOfRole(lower: string): Gender {
  if (MALE_NOUNS.has(lower)) return 'he';
  return FEMALE_NOUNS.has(lower) ? 'she' : null;
}

function aboutOf(words: readonly Token[]): string[] {
  const kept = words.filter(({ lower }) => !EMPTY.test(lower)).map(({ lower }) => lower);
  return kept.flatMap((lower, at) => {
    const pair = countryNamed(`${lower} ${kept[at + 1] ?? ''}`);
    if (pair) return [pair.country.name.toLowerCase()];
    const country = countryNamed(lower);
    return [country ? country.country.name.toLowerCase() : stem(lower)];
  });
}

/** "presidential" and "president", "governmental" and "government": close enough to compare. */
const stem = (lower: string): string => lower.replace(/(?:ial|al|s)$/, '');

function textOf(tokens: readonly Token[], first: Token, last: Token): string {
  return tokens
    .filter(({ start, end }) => start >= first.start && end <= last.end)
    .reduce((text, { start, text: word }, at, all) => {
      const isApart = at > 0 && start > (all[at - 1]?.end ?? start);
      return text + (isApart ? ' ' : '') + word;
    }, '');
}

/**
 * How well a description fits a role, from 0 (not at all) to 3: 2 for the same noun, 1 for a more general one, or for a
 * less general one if both say the same about it; 1 more if they do. What a description adds counts against it if the
 * role says other things.
 */
export function fitOf(description: Role, role: Role): number {
  const isSame = description.noun === role.noun;
  const shared = [...description.about].filter((word) => role.about.has(word)).length;
  const isGeneral = GENERAL[description.noun]?.has(role.noun) ?? false;
  const isSpecial = shared > 0 && (GENERAL[role.noun]?.has(description.noun) ?? false);
  if (!isSame && !isGeneral && !isSpecial) return 0;
  const extra = description.about.size - shared;
  if (extra > 0 && shared === 0 && role.about.size > 0) return isSame ? 0.5 : 0;
  return (isSame ? 2 : 1) + (shared > 0 ? 1 : 0) - (extra > shared ? 0.5 : 0);
}
