import { isAside, isBoundary, type Phrase, phraseAt, startsPhrase } from './noun-phrases.ts';
import { type Token, tokenAt } from './tokens.ts';
import {
  isAdverb,
  isAuxiliary,
  isConjunction,
  isFunctionWord,
  isNoun,
  isRoleLike,
  isTimeWord,
} from './word-classes.ts';
import {
  ADJECTIVES,
  CUE_VERBS,
  DETERMINERS,
  PREPOSITIONS,
  PRONOUNS,
  RELATIVES,
  ROLE_NOUNS,
  SUBORDINATORS,
} from './words.ts';

/** In tokens: how long the parts of "Mark Blumenthal and Jon Cohen" may be, and how far back to look for "who". */
const LONGEST_COORDINATE = 7;
const LONGEST_RELATIVE = 6;

/** The subject of a verb: the noun phrase before it, whatever is between the two. */
export function subjectBefore(tokens: readonly Token[], verb: number): Phrase | null {
  const isProgressive = tokenAt(tokens, verb).lower.endsWith('ing');
  const isHelper = (token: Token): boolean =>
    isAuxiliary(token) || isAdverb(token) || isDay(token) || (isProgressive && token.kind === 'possessive');
  let end = verb;
  while (isHelper(tokenAt(tokens, end - 1))) end--;
  if (isDay(tokenAt(tokens, end)) && tokenAt(tokens, end - 1).lower === 'on') end--;
  if (end === 0) return null;
  const last = tokenAt(tokens, end - 1);
  if (RELATIVES.has(last.lower))
    return phraseBefore(tokens, tokenAt(tokens, end - 2).kind === 'comma' ? end - 2 : end - 1);
  if (last.kind === 'comma') return phraseAcrossCommas(tokens, end - 1);
  if (/^[—–-]$/.test(last.text)) {
    const opening = lastIndexOf(tokens, end - 2, last.text);
    return phraseBefore(tokens, opening > 0 ? opening : end - 1);
  }
  return phraseBefore(tokens, end);
}

/** "Quill Thursday called it": a day between subject and verb. */
const isDay = (token: Token): boolean => isTimeWord(token) && token.isCapital && token.lower.endsWith('day');

/** The noun phrase that ends before a token. */
export function phraseBefore(tokens: readonly Token[], end: number): Phrase | null {
  if (PRONOUNS.has(tokenAt(tokens, end - 1).lower)) return { from: end - 1, to: end };
  let from = end;
  while (from > 0) {
    const token = tokenAt(tokens, from - 1);
    if (token.text === ')') {
      const opening = lastIndexOf(tokens, from - 2, '(');
      if (opening < 0) break;
      from = opening;
      continue;
    }
    if (isBoundary(token) || token.kind === 'comma' || (token.kind === 'word' && stopsBefore(tokens, from - 1, end)))
      break;
    from--;
  }
  from = skipOpening(tokens, from, end);
  if (from >= end) return null;
  const head = describedBefore(tokens, from);
  if (head) return { from: head.from, to: end };
  return startsPhrase(tokenAt(tokens, from)) ? { from, to: endOfName(tokens, from, end) } : null;
}

/** The subject of a sentence: its first noun phrase after any introductory words. */
export function mainSubject(tokens: readonly Token[]): Phrase | null {
  let from = 0;
  while (from < tokens.length) {
    const token = tokenAt(tokens, from);
    if (
      isAdverb(token) ||
      isConjunction(token) ||
      token.kind === 'comma' ||
      (token.kind === 'quote' && !token.isTerm)
    ) {
      from++;
      continue;
    }
    const phrase = isModifier(tokens, from) && !DETERMINERS.has(token.lower) ? null : phraseAt(tokens, from);
    if (phrase) return phrase;
    const end = tokens.findIndex(({ kind }, at) => at >= from && (kind === 'comma' || kind === 'quote'));
    if (end < 0) return null;
    from = end + 1;
  }
  return null;
}

/** Whether a noun phrase is the subject of what follows it: it begins a clause, and a verb may come next. */
export function isSubject(tokens: readonly Token[], { from, to }: Phrase): boolean {
  const before = tokenAt(tokens, from - 1);
  const begins =
    before.kind !== 'word' ||
    SUBORDINATORS.has(before.lower) ||
    RELATIVES.has(before.lower) ||
    isConjunction(before) ||
    isAdverb(before);
  let at = tokenAt(tokens, to).kind === 'comma' ? to + 1 : to;
  while (isAdverb(tokenAt(tokens, at))) at++;
  if (PREPOSITIONS.has(tokenAt(tokens, at).lower)) at = verbBeyond(tokens, at);
  const next = tokenAt(tokens, at);
  if (!begins || next.kind !== 'word' || next.isCapital) return false;
  const { lower } = next;
  return (
    isAuxiliary(next) ||
    !(PREPOSITIONS.has(lower) || SUBORDINATORS.has(lower) || isConjunction(next) || DETERMINERS.has(lower))
  );
}

/** The cue verb beyond a short phrase of place: "Dan McLaughlin at the National Review agreed". */
function verbBeyond(tokens: readonly Token[], preposition: number): number {
  for (let at = preposition + 1; at <= preposition + LONGEST_RELATIVE; at++) {
    const { kind, lower } = tokenAt(tokens, at);
    if (kind !== 'word') break;
    if (CUE_VERBS.get(lower)?.form === 'finite') return at;
  }
  return preposition;
}

/**
 * The noun phrase before a parenthesis that ends at a comma: "Jenna Golden, Twitter's director, said". Descriptions
 * belong to it; words of time and place do not.
 */
function phraseAcrossCommas(tokens: readonly Token[], close: number): Phrase | null {
  const commas = [close];
  let start = -1;
  for (let at = close - 1; at >= 0 && start < 0; at--) {
    const token = tokenAt(tokens, at);
    if (token.kind === 'comma') commas.push(at);
    else if (isBoundary(token)) start = at;
  }
  for (let index = 1; index < commas.length; index++) {
    const to = commas[index] ?? close;
    const isFirst = index === commas.length - 1;
    if (!isFirst && isModifier(tokens, (commas[index + 1] ?? start) + 1)) continue;
    const head = phraseBefore(tokens, to);
    if (head) return { from: head.from, to: isAside(tokenAt(tokens, to + 1)) ? to : close };
  }
  return phraseBefore(tokens, close);
}

/** The name that the words after a comma describe, without the closing comma: "Katie Packer, who is chairman of". */
function describedBefore(tokens: readonly Token[], from: number): Phrase | null {
  const first = tokenAt(tokens, from);
  const describes = RELATIVES.has(first.lower) || (/^(?:a|an|the)$/.test(first.lower) && !first.isCapital);
  if (!describes || tokenAt(tokens, from - 1).kind !== 'comma') return null;
  const head = phraseBefore(tokens, from - 1);
  const isName =
    head !== null && tokenAt(tokens, head.from).isCapital && tokenAt(tokens, head.from - 1).kind !== 'word';
  return isName ? head : null;
}

/** Where a name ends that words of time or place follow: "Priebus later Thursday". */
function endOfName(tokens: readonly Token[], from: number, end: number): number {
  if (!tokenAt(tokens, from).isCapital) return end;
  const to = phraseAt(tokens, from)?.to ?? end;
  return to < end && isAside(tokenAt(tokens, to)) ? to : end;
}

/** Whether a word before a noun phrase belongs to another part of the sentence. */
function stopsBefore(tokens: readonly Token[], at: number, end: number): boolean {
  const token = tokenAt(tokens, at);
  const { lower } = token;
  if (lower === 'and' || lower === 'or') return !isCoordination(tokens, at, end);
  if (lower === 'but' || lower === 'nor') return true;
  if (RELATIVES.has(lower)) return false;
  if ((SUBORDINATORS.has(lower) && !token.isCapital) || PRONOUNS.has(lower)) return true;
  if (token.isCapital && (at > 0 || startsPhrase(token))) return false;
  const isBeforeName = at + 1 < end && tokenAt(tokens, at + 1).isCapital;
  if (isBeforeName && !canPrecedeName(lower)) return true;
  const isVerb = isAuxiliary(token) || (CUE_VERBS.get(lower)?.form === 'finite' && !isNoun(tokens, at));
  return isVerb && !isInRelativeClause(tokens, at);
}

const canPrecedeName = (lower: string): boolean =>
  isRoleLike(lower) ||
  DETERMINERS.has(lower) ||
  PREPOSITIONS.has(lower) ||
  ADJECTIVES.has(lower) ||
  /^\p{N}|-/u.test(lower);

function isInRelativeClause(tokens: readonly Token[], at: number): boolean {
  for (let left = at - 1; left >= at - LONGEST_RELATIVE; left--) {
    const { kind, lower } = tokenAt(tokens, left);
    if (RELATIVES.has(lower)) return true;
    if (kind !== 'word') return false;
  }
  return false;
}

/** "Mark Blumenthal and Jon Cohen": whether the words before "and" are a short noun phrase that begins the clause. */
function isCoordination(tokens: readonly Token[], at: number, end: number): boolean {
  if (end - at > LONGEST_COORDINATE + 1 || !startsPhrase(tokenAt(tokens, at + 1))) return false;
  let from = at;
  while (from > 0 && at - from < LONGEST_COORDINATE) {
    const token = tokenAt(tokens, from - 1);
    if (token.kind === 'comma' || isBoundary(token)) break;
    if (token.kind === 'word' && !token.isCapital && token.lower !== 'of' && isFunctionWord(token)) break;
    from--;
  }
  const before = tokenAt(tokens, from - 1);
  const begins = before.kind !== 'word' || /^(?:that|while|as|when|but)$/.test(before.lower);
  const last = tokenAt(tokens, at - 1);
  return from < at && begins && startsPhrase(tokenAt(tokens, from)) && (last.isCapital || ROLE_NOUNS.has(last.lower));
}

/** Skips introductory words of a clause: "On Tuesday Trump", "Then she". */
function skipOpening(tokens: readonly Token[], from: number, end: number): number {
  let at = from;
  while (
    at < end &&
    (isAdverb(tokenAt(tokens, at)) || isConjunction(tokenAt(tokens, at)) || tokenAt(tokens, at).kind === 'possessive')
  )
    at++;
  if (at >= end - 1) return at;
  const { lower } = tokenAt(tokens, at);
  if (SUBORDINATORS.has(lower) && !/^(?:than|until|unless|whether)$/.test(lower)) return at + 1;
  if (!PREPOSITIONS.has(lower)) return at;
  for (let right = end - 1; right > at + 1; right--) {
    const before = tokenAt(tokens, right - 1);
    const token = tokenAt(tokens, right);
    const begins = DETERMINERS.has(token.lower) || (token.isCapital && !before.isCapital);
    if (begins && before.kind === 'word' && !PREPOSITIONS.has(before.lower) && !DETERMINERS.has(before.lower))
      return right;
  }
  for (let right = at + 2; right < end; right++) {
    if (isTimeWord(tokenAt(tokens, right - 1)) && tokenAt(tokens, right).isCapital) return right;
  }
  return at + 1;
}

/** Whether the words between commas describe what comes before them, or introduce what follows. */
function isModifier(tokens: readonly Token[], from: number): boolean {
  const first = tokenAt(tokens, from);
  const { lower, isCapital, text } = first;
  if (first.kind !== 'word' || RELATIVES.has(lower) || /^(?:whose|where|now|then)$/.test(lower)) return true;
  if (PREPOSITIONS.has(lower) || SUBORDINATORS.has(lower) || isAdverb(first)) return true;
  if (/^(?:(?:Jr|Sr|III|II)\.?$|[DRI]-\p{Lu})/u.test(text) || /^\p{N}+$/u.test(lower)) return true;
  if (isCapital) return lower.endsWith('ing') && !tokenAt(tokens, from + 1).isCapital;
  return !PRONOUNS.has(lower);
}

function lastIndexOf(tokens: readonly Token[], from: number, text: string): number {
  return tokens.findLastIndex((token, at) => at <= from && token.text === text);
}
