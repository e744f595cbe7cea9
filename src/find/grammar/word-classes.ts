import { type Token, tokenAt } from './tokens.ts';
import {
  ADVERBS,
  AUXILIARIES,
  CAPITAL_ADVERBS,
  CUE_VERBS,
  DETERMINERS,
  NOUNS_OR_VERBS,
  POSSESSIVES,
  PREPOSITIONS,
  PRONOUNS,
  RELATIVES,
  ROLE_NOUNS,
  SPEECH_NOUNS,
  SUBORDINATORS,
  TIME_WORDS,
} from './words.ts';

const NOT_ADVERBS = new Set(['family', 'reply', 'ally', 'assembly', 'supply', 'only', 'elderly']);

/** "has", "would"; "Will" is a name more often than the beginning of a question. */
export const isAuxiliary = ({ kind, lower, text }: Token): boolean =>
  kind === 'word' && (AUXILIARIES.has(lower) || lower.endsWith("n't")) && text !== 'Will';

/** "also", "sharply"; not "Skelly". */
export function isAdverb({ kind, lower, isCapital }: Token): boolean {
  if (kind !== 'word') return false;
  if (ADVERBS.has(lower)) return true;
  return lower.endsWith('ly') && (isCapital ? CAPITAL_ADVERBS.has(lower) : !NOT_ADVERBS.has(lower));
}

/** Common verbs whose past no ending gives away. */
const IRREGULAR_PAST = new Set(
  `beat became began bought broke brought built came chose cut drove fell felt flew fought found gave got grew held kept
  knew led left lost made met paid ran rose saw sent set shot spent spoke stood told took understood went won wrote`.split(
    /\s+/,
  ),
);

/** "referenced", "met": a verb in the past, or a participle. */
export const isPast = (lower: string): boolean => lower.endsWith('ed') || IRREGULAR_PAST.has(lower);

/** "Thursday", "evening"; not "march" and "may" in lower case. */
export const isTimeWord = ({ lower, isCapital }: Token): boolean =>
  TIME_WORDS.has(lower) && (isCapital || !/^(?:march|may)$/.test(lower));

export const isConjunction = ({ kind, lower }: Token): boolean =>
  kind === 'word' && /^(?:and|but|or|nor|yet|so)$/.test(lower);

/** Whether a word is neither a noun nor an attribute of one. */
export const isFunctionWord = (token: Token): boolean =>
  PREPOSITIONS.has(token.lower) ||
  SUBORDINATORS.has(token.lower) ||
  isAuxiliary(token) ||
  isConjunction(token) ||
  isAdverb(token) ||
  CUE_VERBS.has(token.lower);

/** Whether a word says, or looks as if it said, what a person is: "boss", "expert", "pollster", "historian". */
export const isRoleLike = (lower: string): boolean =>
  ROLE_NOUNS.has(lower) ||
  /(?:er|or|ist|ian|man|woman|ent|ant|boss|guru|coach|head|hopeful|pal|icon|giant|magnate|guest|aide)$/.test(lower);

/** Whether a word that can be a cue verb is a noun here: "the call", "his claim", "a snappy retort". */
export function isNoun(tokens: readonly Token[], at: number): boolean {
  const { lower } = tokenAt(tokens, at);
  const isBase = CUE_VERBS.get(lower)?.lemma === lower;
  const isEither = isBase || SPEECH_NOUNS.has(lower) || NOUNS_OR_VERBS.has(lower);
  let left = at - 1;
  while (isEither && isAdverb(tokenAt(tokens, left))) left--;
  const before = tokenAt(tokens, left);
  if (before.kind === 'word' && isEither) {
    if (!before.isCapital && !canBeSubject(before)) return true;
    if (isBase && !SAME_IN_PAST.has(lower) && !takesBaseForm(before)) return true;
    if (before.isCapital && isInDetermined(tokens, left)) return true;
  }
  if (before.kind === 'possessive' || DETERMINERS.has(before.lower) || POSSESSIVES.has(before.lower)) return true;
  return PREPOSITIONS.has(before.lower) && !lower.endsWith('ing');
}

/** "the Paris attacks": whether a name follows a determiner. */
function isInDetermined(tokens: readonly Token[], name: number): boolean {
  let left = name;
  while (tokenAt(tokens, left).isCapital) left--;
  return DETERMINERS.has(tokenAt(tokens, left).lower);
}

const canBeSubject = (token: Token): boolean =>
  PRONOUNS.has(token.lower) ||
  RELATIVES.has(token.lower) ||
  ROLE_NOUNS.has(token.lower) ||
  isAuxiliary(token) ||
  /^(?:and|to|that)$/.test(token.lower);

const SAME_IN_PAST = new Set(['read', 'cast', 'hit']);

/** Whether the base form of a verb can follow: after "they", "to", "could", plurals. */
const takesBaseForm = (token: Token): boolean =>
  /^(?:i|we|you|they|who|to|that|and|people|many|some|others|all|both|which|not|percent|police|also)$/.test(
    token.lower,
  ) ||
  isAuxiliary(token) ||
  token.lower.endsWith('s');
