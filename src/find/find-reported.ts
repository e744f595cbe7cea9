import type { Span } from '../text/canonical-text.ts';
import type { Link } from './grammar/links.ts';
import { isBoundary, phraseAt, startsPhrase } from './grammar/noun-phrases.ts';
import { type Token, tokenAt } from './grammar/tokens.ts';
import { isAdverb, isAuxiliary, isNoun, isTimeWord } from './grammar/word-classes.ts';
import { CUE_VERBS, PRONOUNS } from './grammar/words.ts';
import type { Reading } from './reading.ts';

/** A statement without quotation marks: what it says, who says it, and the word that attributes it. */
export interface Reported {
  content: Span;
  source: Span;
  cue: Span;
}

/** In tokens: the shortest clause that counts as a statement, and how far "that" may be from its verb. */
const SHORTEST = 4;
const FARTHEST_THAT = 9;

/** Verbs that take a content clause; after other verbs it is seldom clear what was said. */
const REPORTING = new Set(
  `say tell add argue announce claim acknowledge note insist warn suggest contend allege assert declare
  explain conclude concede admit confirm deny promise predict reiterate stress complain recall testify write believe think
  estimate reveal disclose indicate point remark observe counter respond reply tweet`.split(/\s+/),
);

/**
 * Finds the statements that are reported without quotation marks, if clause and source are clear: "Quill said (that)
 * the tide had turned", "The tide had turned, Quill said", "According to Quill, …". One per sentence, the outermost.
 */
export function findReported(reading: Reading): Reported[] {
  return reading.sentences.flatMap(({ tokens }, index) => {
    if (tokens.some(isUnplain)) return [];
    const links = reading.linksIn(index).filter(({ source }) => isSpeaker(tokens.slice(source.from, source.to)));
    const found = trailing(tokens, links) ?? accordingTo(tokens, links) ?? leading(tokens, links);
    return found ? [found] : [];
  });
}

/** Marks after which it is not clear where a clause ends. */
const isUnplain = ({ kind, isTerm, text }: Token): boolean =>
  (kind === 'quote' && !isTerm) || /^(?:['’]|:|\?)$/.test(text);

/** Somebody who can be named: not the writer, nor a share of the people asked. */
const isSpeaker = (source: readonly Token[]): boolean =>
  !source.some(
    ({ lower }, at) =>
      (at === 0 && /^(?:i|we|you|it|this|that|there)$/.test(lower)) ||
      /^(?:percent|half|third|thirds|quarters|who|which)$/.test(lower),
  );

/** "The tide had turned, Quill said." */
function trailing(tokens: readonly Token[], links: readonly Link[]): Reported | null {
  for (const link of links) {
    if (link.cue === null || link.verb?.kind !== 'speech' || !isPlain(tokens, link, link.cue)) continue;
    if (link.type !== 'subject' && link.type !== 'inverted') continue;
    const from = Math.min(link.cue, link.source.from);
    const to = Math.max(link.cue + 1, link.source.to);
    const isApart =
      tokenAt(tokens, from - 1).kind === 'comma' &&
      (to >= tokens.length || tokenAt(tokens, to).kind === 'stop' || isTime(tokenAt(tokens, to)));
    if (isApart && from - 1 >= SHORTEST && !hasAside(tokens, 0, from - 1) && isClause(tokens.slice(0, from - 1)))
      return report(tokens, 0, from - 1, link, link.cue);
  }
  return null;
}

/** "According to Quill, the tide had turned." "The tide had turned, according to Quill." */
function accordingTo(tokens: readonly Token[], links: readonly Link[]): Reported | null {
  for (const link of links) {
    if (link.type !== 'according' || link.cue === null) continue;
    const end = endOfSentence(tokens);
    const isFirst =
      link.cue === 0 && !hasAside(tokens, link.source.to + 1, end) && tokenAt(tokens, link.source.to).kind === 'comma';
    if (isFirst && end - link.source.to - 1 >= SHORTEST) return report(tokens, link.source.to + 1, end, link, link.cue);
    const isLast =
      !hasAside(tokens, 0, link.cue - 1) && tokenAt(tokens, link.cue - 1).kind === 'comma' && link.source.to >= end;
    if (isLast && link.cue - 1 >= SHORTEST) return report(tokens, 0, link.cue - 1, link, link.cue);
  }
  return null;
}

/** "Quill said (that) the tide had turned." */
function leading(tokens: readonly Token[], links: readonly Link[]): Reported | null {
  for (const link of links) {
    const { cue, type, verb, source } = link;
    if (
      cue === null ||
      type !== 'subject' ||
      !verb ||
      !REPORTING.has(verb.lemma) ||
      verb.form !== 'finite' ||
      !isPlain(tokens, link, cue)
    )
      continue;
    const before = tokenAt(tokens, source.from - 1);
    if (before.kind === 'word' && !/^(?:and|but)$/.test(before.lower)) continue;
    const from = startOfContent(tokens, cue, verb.lemma);
    const end = from === null ? 0 : endOfContent(tokens, from);
    if (from === null || end - from < SHORTEST || !isClause(tokens.slice(from, end)) || hasAside(tokens, from, end))
      continue;
    return report(tokens, from, end, link, cue);
  }
  return null;
}

/** Where the content clause begins: after "that", or where a noun phrase follows the verb. */
function startOfContent(tokens: readonly Token[], cue: number, lemma: string): number | null {
  for (let at = cue + 1; at <= cue + FARTHEST_THAT; at++) {
    const token = tokenAt(tokens, at);
    if (token.lower === 'that' && token.kind === 'word') return at + 1;
    if (isBoundary(token) || token.kind === 'comma' || CUE_VERBS.get(token.lower)?.form === 'finite') break;
  }
  if (lemma === 'tell' || THAT_ONLY.has(lemma)) return null;
  let at = cue + 1;
  while (isTime(tokenAt(tokens, at)) || isAdverb(tokenAt(tokens, at))) at++;
  const isNounPhrase = startsPhrase(tokenAt(tokens, at)) && phraseAt(tokens, at) !== null;
  return isNounPhrase ? at : null;
}

/**
 * Where the content clause ends: at the end of the sentence, or where the reporter continues: ", but he warned", " and
 * vowed".
 */
function endOfContent(tokens: readonly Token[], from: number): number {
  const last = endOfSentence(tokens);
  for (let at = from + SHORTEST; at < last; at++) {
    const token = tokenAt(tokens, at);
    const next = tokenAt(tokens, at + 1);
    if (token.kind === 'break' && !/^[()]$/.test(token.text)) return at;
    const goesOn =
      /^(?:but|while|though|although|according|even|despite)$/.test(next.lower) ||
      CUE_VERBS.get(next.lower)?.form === 'participle' ||
      (next.lower === 'and' && PRONOUNS.has(tokenAt(tokens, at + 2).lower));
    if (token.kind === 'comma' && goesOn) return at;
    if (token.lower === 'but' && isAuxiliary(next)) return at;
    if (/^(?:and|but)$/.test(token.lower) && CUE_VERBS.get(next.lower)?.form === 'finite' && !isNoun(tokens, at + 1))
      return at;
  }
  return last;
}

/** Verbs that take an object as easily as a clause, so that only "that" marks the clause. */
const THAT_ONLY = new Set(
  'estimate acknowledge reiterate stress conclude concede admit claim add maintain allege warn announce confirm deny promise recall report write suggest point state declare explain reveal disclose indicate note tweet predict testify'.split(
    ' ',
  ),
);

/** Whether a clause contains a comma after which the reporter may speak again: ", who", ", a", ", reflecting". */
function hasAside(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens.slice(from, to).some(({ kind }, index) => {
    const next = tokenAt(tokens, from + index + 1);
    return kind === 'comma' && !/^(?:not|nor|or)$/.test(next.lower) && !next.isCapital;
  });
}

/** Whether nothing negates or qualifies the speaking: no "did not say", "would say". */
function isPlain(tokens: readonly Token[], { source }: Link, cue: number): boolean {
  const between = cue > source.from ? tokens.slice(source.to, cue) : [];
  if (/^(?:who|which|whom)$/.test(tokenAt(tokens, cue - 1 - between.length).lower)) return false;
  return !between.some(({ lower }) =>
    /^(?:who|which|not|never|would|could|might|may|should|will|did|does|do|cannot|if)$|n't$/.test(lower),
  );
}

/** A clause has a verb: an auxiliary, or a form that is not a noun's. */
const isClause = (tokens: readonly Token[]): boolean =>
  tokens.some(
    (token) => isAuxiliary(token) || (token.kind === 'word' && !token.isCapital && /(?:ed|s)$/.test(token.lower)),
  );

const isTime = (token: Token): boolean => isTimeWord(token) || token.lower === 'on';

function endOfSentence(tokens: readonly Token[]): number {
  return tokens.at(-1)?.kind === 'stop' ? tokens.length - 1 : tokens.length;
}

function report(tokens: readonly Token[], from: number, to: number, { source }: Link, cue: number): Reported {
  const span = (start: number, end: number): Span => ({
    start: tokenAt(tokens, start).start,
    end: tokenAt(tokens, end - 1).end,
  });
  return { content: span(from, to), source: span(source.from, source.to), cue: span(cue, cue + 1) };
}
