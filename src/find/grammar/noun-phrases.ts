import { type Token, tokenAt } from './tokens.ts';
import {
  isAdverb,
  isAuxiliary,
  isConjunction,
  isFunctionWord,
  isNoun,
  isPast,
  isRoleLike,
  isTimeWord,
} from './word-classes.ts';
import { CUE_VERBS, DETERMINERS, OPENINGS, PREPOSITIONS, PRONOUNS, ROLE_NOUNS, SUBORDINATORS } from './words.ts';

/** A noun phrase: tokens `from` to `to` (exclusive) of a sentence. */
export interface Phrase {
  from: number;
  to: number;
}

/** Words that may attach a noun phrase to the noun before it: "a spokesman for", "Antonacci from". */
const TIES = new Set(['for', 'from', 'at', 'with']);
/** In tokens. */
const LONGEST_PARENTHESIS = 8;
const FARTHEST_ROLE = 4;

/** The noun phrase that begins at a token, with its description after a comma. */
export function phraseAt(tokens: readonly Token[], from: number): Phrase | null {
  const first = tokenAt(tokens, from);
  if (!startsPhrase(first)) return null;
  if (PRONOUNS.has(first.lower)) return { from, to: from + 1 };
  let to = from;
  let hasRole = false;
  while (to < tokens.length) {
    const token = tokenAt(tokens, to);
    if (token.text === '(') {
      const closing = tokens.findIndex(({ text }, at) => at > to && text === ')');
      if (closing < 0 || closing - to > LONGEST_PARENTHESIS) break;
      to = closing + 1;
      continue;
    }
    if (isBoundary(token) || token.kind === 'comma') break;
    if (token.kind === 'word' && to > from && stopsPhrase(tokens, to, hasRole)) break;
    hasRole ||= ROLE_NOUNS.has(token.lower);
    to++;
  }
  if (to === from) return null;
  const isDescribed = tokenAt(tokens, to).kind === 'comma' && startsDescription(tokens, to + 1);
  return { from, to: isDescribed ? endOfDescription(tokens, to + 1) : to };
}

/** Whether a noun phrase can begin with a token. */
export function startsPhrase(token: Token): boolean {
  const { kind, lower, isCapital, isTerm } = token;
  if (kind === 'quote') return isTerm;
  if (kind !== 'word') return false;
  if (isCapital)
    return PRONOUNS.has(lower) || !(OPENINGS.has(lower) || (isFunctionWord(token) && !CUE_VERBS.has(lower)));
  return PRONOUNS.has(lower) || DETERMINERS.has(lower) || ROLE_NOUNS.has(lower) || !isFunctionWord(token);
}

/** Whether a token is one that noun phrases do not cross: a stop, a colon, a dash, a quotation. */
export function isBoundary({ kind, isTerm, text }: Token): boolean {
  return kind === 'stop' || kind === 'colon' || (kind === 'break' && text !== ')') || (kind === 'quote' && !isTerm);
}

/** Whether a token is a word of time or place, which says nothing about who speaks. */
export function isAside(token: Token): boolean {
  const { lower } = token;
  if (PREPOSITIONS.has(lower)) return !/^(?:of|from|with|for)$/.test(lower);
  return isAdverb(token) || SUBORDINATORS.has(lower) || isTimeWord(token);
}

/** Whether a word after the beginning of a noun phrase no longer belongs to it. */
function stopsPhrase(tokens: readonly Token[], at: number, hasRole: boolean): boolean {
  const token = tokenAt(tokens, at);
  const { lower } = token;
  const next = tokenAt(tokens, at + 1);
  if (lower === 'and' || lower === '&') {
    const isNounNext = next.isCapital || DETERMINERS.has(next.lower) || ROLE_NOUNS.has(next.lower);
    return !isNounNext || CUE_VERBS.has(next.lower);
  }
  if (lower === 'who' || lower === 'of') return false;
  if (lower === 'with') return !hasRole;
  if (TIES.has(lower)) return !hasRole && !next.isCapital;
  if (lower === 'in' || lower === 'on') return !hasRole || /^(?:a|an|this)$/.test(next.lower) || isTimeWord(next);
  if (PREPOSITIONS.has(lower) || SUBORDINATORS.has(lower) || isConjunction(token)) return true;
  if (isAuxiliary(token) || isAdverb(token) || isTimeWord(token) || PRONOUNS.has(lower)) return true;
  if (token.isCapital) return false;
  if (CUE_VERBS.has(lower) && !isNoun(tokens, at)) return true;
  const before = tokenAt(tokens, at - 1);
  if (before.isCapital && isPast(lower)) return true;
  // A lower-case word after a name begins the predicate, unless a role follows: "Trump campaign manager".
  if (before.isCapital && !DETERMINERS.has(before.lower)) return !hasRoleAhead(tokens, at);
  return hasRole && /(?:ed|ing)$/.test(lower);
}

function hasRoleAhead(tokens: readonly Token[], from: number): boolean {
  for (let at = from; at < from + FARTHEST_ROLE; at++) {
    const token = tokenAt(tokens, at);
    if (token.kind !== 'word') return false;
    if (ROLE_NOUNS.has(token.lower)) return true;
    if (isFunctionWord(token) || DETERMINERS.has(token.lower)) return false;
    if (isRoleLike(token.lower) && tokenAt(tokens, at + 1).isCapital) return true;
  }
  return false;
}

/** Whether the words after a comma describe the noun phrase before it: "a close adviser", "who", "45", "R-Ky." */
function startsDescription(tokens: readonly Token[], at: number): boolean {
  const first = tokenAt(tokens, at);
  const { lower, text } = first;
  if (first.kind !== 'word') return false;
  if (/^(?:a|an|the|who|whose|which|his|her|its|their|of|one|now|then|chair|founder|author|editor)$/.test(lower))
    return true;
  if (/^\p{N}+$/u.test(lower) || ROLE_NOUNS.has(lower) || /^(?:Jr|Sr|III|II|[DRI]-\p{L}+)/u.test(text)) return true;
  if (CUE_VERBS.has(lower) || isAdverb(first)) return false;
  return hasRoleAhead(tokens, at) || tokenAt(tokens, at + 1).kind === 'possessive';
}

function endOfDescription(tokens: readonly Token[], from: number): number {
  let to = from;
  while (to < tokens.length && !isBoundary(tokenAt(tokens, to))) {
    const next = tokenAt(tokens, to + 1);
    const goesOn =
      CUE_VERBS.has(next.lower) || isAuxiliary(next) || isAside(next) || next.kind === 'quote' || isConjunction(next);
    if (tokenAt(tokens, to).kind === 'comma' && goesOn) break;
    to++;
  }
  return to;
}
