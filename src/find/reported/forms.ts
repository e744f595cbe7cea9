import type { Link } from '../grammar/links.ts';
import { phraseAt } from '../grammar/noun-phrases.ts';
import { type Token, tokenAt } from '../grammar/tokens.ts';
import { isAdverb, isAuxiliary } from '../grammar/word-classes.ts';
import { DETERMINERS, OPENINGS, PREPOSITIONS, SUBORDINATORS } from '../grammar/words.ts';
import {
  type Content,
  endOfContent,
  endOfSentence,
  isClause,
  isEnd,
  isReporterAgain,
  isTime,
  startOfContent,
} from './content-clause.ts';

/** How a statement is reported. */
export type ReportedForm =
  | 'trailing' // The tide had turned, Quill said.
  | 'according' // According to Quill, the tide had turned.
  | 'that' // Quill said that the tide had turned.
  | 'clause' // Quill said the tide had turned.
  | 'told' // Quill told the council the tide had turned.
  | 'participle' // Quill left, saying the tide had turned.
  | 'infinitive' // Quill urged the council to wait.
  | 'object' // Quill accused the council of haste.
  | 'thought' // Quill believes the tide has turned.
  | 'question'; // Quill asked whether the tide had turned.

/** A link of a sentence whose cue may report something. */
export interface Place {
  tokens: readonly Token[];
  link: Link;
  cue: number;
}

/** What a cue reports, in tokens of its sentence. */
export interface Read {
  content: Content;
  form: ReportedForm;
}

/** Verbs that precede their subject after what they report: ", said Quill". */
const INVERTING = new Set('say add write report explain note warn argue recall announce'.split(' '));

/** Verbs that take a content clause; after other verbs it is seldom clear what was said. */
const REPORTING = new Set(
  `say tell add argue announce claim acknowledge note insist warn suggest contend allege assert declare
  explain conclude concede admit confirm deny promise predict reiterate stress complain recall testify write
  estimate reveal disclose indicate point remark observe counter respond reply tweet state maintain report caution rule
  vow urge forecast demand hint recommend propose`.split(/\s+/),
);
const THINKING = new Set('believe think expect fear hope feel worry see doubt suspect know'.split(' '));
/** "urged the council to", and "vowed to". */
const URGING = new Set('urge ask tell warn order advise instruct implore remind encourage beg'.split(' '));
const VOWING = new Set('vow pledge promise threaten propose'.split(' '));
/** "accused the council of", "denied the claim", "described the deal as". */
const JUDGING = new Set('accuse deny dismiss reject denounce condemn describe blame criticise criticize'.split(' '));

/** "The tide had turned, Quill said." "The tide, Quill said, had turned." "If it turns, Quill said, the mole will hold." */
export function trailing({ tokens, link: { type, verb, source }, cue }: Place): Read | null {
  if (verb?.kind !== 'speech' || verb.form !== 'finite' || (type !== 'subject' && type !== 'inverted')) return null;
  if (type === 'inverted' && !INVERTING.has(verb.lemma)) return null;
  const from = Math.min(cue, source.from);
  if (tokenAt(tokens, from - 1).kind !== 'comma' || !isPlain(tokens, source, cue)) return null;
  const to = afterListeners(tokens, Math.max(cue + 1, source.to));
  const start = startOfClause(tokens, from - 1);
  const before = tokens.slice(start, from - 1);
  const after = tokens.slice(to, endOfSentence(tokens));
  if (after.some((token) => isEnd(token)) || (after.length > 0 && !goesOn(after))) return null;
  const isWhole = isClause(before) && !isFragment(before);
  if (after[0]?.kind === 'comma' && (!isWhole || !isReporterAgain(after, 1))) {
    const whole = { from: start, to: endOfContent(tokens, to + 1) };
    return isClause(tokens.slice(to + 1, whole.to)) ? { content: whole, form: 'trailing' } : null;
  }
  return isWhole ? { content: { from: start, to: from - 1 }, form: 'trailing' } : null;
}

/** Whether what follows "Quill said" can follow at the end of a sentence: "on Monday", "in an interview", ", but …". */
const goesOn = ([first]: readonly Token[]): boolean =>
  first !== undefined &&
  (first.kind === 'comma' || isTime(first) || /^(?:in|at|during|after|through|earlier|later)$/.test(first.lower));

/** Whether a clause only introduces another: "If it turns", "On Monday", "Asked about it". */
function isFragment(clause: readonly Token[]): boolean {
  const first = tokenAt(clause, 0);
  const { lower } = first;
  const introduces = SUBORDINATORS.has(lower) || PREPOSITIONS.has(lower) || OPENINGS.has(lower) || lower === 'despite';
  return introduces && !/^(?:that|what|how|why)$/.test(lower) && !clause.some(({ kind }) => kind === 'comma');
}

/** Where a clause begins that ends before a token: after a quotation or another mark, and after "But". */
function startOfClause(tokens: readonly Token[], end: number): number {
  const mark = tokens.findLastIndex((token, at) => at < end && isEnd(token));
  const from = mark + 1;
  return /^(?:but|and)$/.test(tokenAt(tokens, from).lower) ? from + 1 : from;
}

/** Skips whom somebody told: "told Reuters", "told the council". */
function afterListeners(tokens: readonly Token[], at: number): number {
  if (!/^(?:told|tells)$/.test(tokenAt(tokens, at - 1).lower)) return at;
  const listeners = phraseAt(tokens, at);
  return listeners && !/^(?:an?)$/.test(tokenAt(tokens, at).lower) ? listeners.to : at;
}

/** In tokens: how far after what names a source its comma may be, "according to a poll broadcast on Monday, ". */
const LONGEST_REST = 10;

/** "According to Quill, the tide had turned." "The tide had turned, according to Quill." */
export function accordingTo({ tokens, link: { type, source }, cue }: Place): Read | null {
  if (type !== 'according') return null;
  const end = endOfSentence(tokens);
  const lead = tokens.slice(0, cue).filter(({ kind }) => kind === 'word');
  const isFirst =
    lead.length <= 2 && lead.every((token) => isAdverb(token) || /^(?:but|and|besides)$/.test(token.lower));
  const comma = tokens.findIndex(({ kind }, at) => at >= source.to && kind === 'comma');
  const isNear = comma >= 0 && comma - source.to < LONGEST_REST;
  if (isFirst && isNear) {
    const from = comma + 1;
    return { content: { from, to: endOfContent(tokens, from) }, form: 'according' };
  }
  const start = startOfClause(tokens, cue);
  const to = tokenAt(tokens, cue - 1).kind === 'comma' ? cue - 1 : cue;
  const isLast = comma < 0 || !isNear || comma >= end - 1;
  const before = tokens.slice(start, to);
  if (isClause(before) && (isLast || !isFragment(before))) return { content: { from: start, to }, form: 'according' };
  if (isLast) return null;
  const whole = { from: start, to: endOfContent(tokens, comma + 1) };
  return isClause(tokens.slice(comma + 1, whole.to)) ? { content: whole, form: 'according' } : null;
}

/** "Quill said (that) the tide had turned." "…, adding that the tide had turned." */
export function leading({ tokens, link: { type, verb, source }, cue }: Place): Read | null {
  if (!verb || !isPlain(tokens, source, cue)) return null;
  const isThought = THINKING.has(verb.lemma);
  if (!isThought && !REPORTING.has(verb.lemma)) return questionOf(tokens, cue, verb.lemma);
  const isParticiple = type === 'participle' && verb.form === 'participle';
  const isFinite = (type === 'subject' || type === 'shared') && verb.form === 'finite';
  if (!isParticiple && !isFinite) return null;
  const before = tokenAt(tokens, cue - 1);
  if (isParticiple && before.kind !== 'comma' && before.kind !== 'quote') return null;
  if (isFinite && !isClauseStart(tokens, type === 'shared' ? cue : source.from)) return null;
  const from = startOfContent(tokens, cue, verb.lemma);
  if (from === null) return questionOf(tokens, cue, verb.lemma);
  const to = endOfContent(tokens, from);
  if (!isClause(tokens.slice(from, to))) return null;
  const hasThat = tokenAt(tokens, from - 1).lower === 'that';
  const form = isThought
    ? 'thought'
    : isParticiple
      ? 'participle'
      : hasThat
        ? 'that'
        : verb.lemma === 'tell'
          ? 'told'
          : 'clause';
  return { content: { from, to }, form };
}

/** "Quill asked whether the tide had turned", "wondered why". */
function questionOf(tokens: readonly Token[], cue: number, lemma: string): Read | null {
  if (!/^(?:ask|wonder|question)$/.test(lemma)) return null;
  const end = endOfSentence(tokens);
  const at = tokens.findIndex(({ lower }, index) => index > cue && /^(?:if|whether|why|how|when)$/.test(lower));
  if (at < 0 || at > cue + 6 || tokens.slice(cue, at).some((token) => token.kind === 'comma' || isEnd(token)))
    return null;
  return { content: { from: at, to: Math.min(end, endOfContent(tokens, at)) }, form: 'question' };
}

/** Whether a word begins a clause of its own: after a mark, or "and", "but", "while". */
function isClauseStart(tokens: readonly Token[], from: number): boolean {
  const before = tokenAt(tokens, from - 1);
  return before.kind !== 'word' || /^(?:and|but|while|although|though|after|as|when)$/.test(before.lower);
}

/** "Quill urged the council to wait." "Quill vowed to wait." */
export function urging({ tokens, link: { type, verb, source }, cue }: Place): Read | null {
  if (!verb || !/^(?:subject|shared|participle)$/.test(type) || !isPlain(tokens, source, cue)) return null;
  const next = tokenAt(tokens, cue + 1);
  if (VOWING.has(verb.lemma) && next.lower === 'to')
    return { content: { from: cue + 2, to: endOfContent(tokens, cue + 2) }, form: 'infinitive' };
  if (!URGING.has(verb.lemma)) return null;
  const to = tokens.findIndex(({ lower }, at) => at > cue + 1 && at < cue + 9 && lower === 'to');
  if (to < 0 || tokens.slice(cue + 1, to).some((token) => token.kind === 'comma' || isEnd(token) || isAuxiliary(token)))
    return null;
  return { content: { from: cue + 1, to: endOfContent(tokens, cue + 1) }, form: 'infinitive' };
}

/** "Quill accused the council of haste." "Quill denied the claims." */
export function judging({ tokens, link: { type, verb, source }, cue }: Place): Read | null {
  if (!verb || !JUDGING.has(verb.lemma) || verb.form !== 'finite' || !isPlain(tokens, source, cue)) return null;
  if ((type !== 'subject' && type !== 'shared') || !isClauseStart(tokens, type === 'shared' ? cue : source.from))
    return null;
  const from = cue + 1;
  const to = endOfContent(tokens, from);
  const tie = { accuse: 'of', describe: 'as', blame: 'for' }[verb.lemma];
  const hasTie = tie === undefined || tokens.slice(from, to).some(({ lower }) => lower === tie);
  const first = tokenAt(tokens, from);
  const begins =
    DETERMINERS.has(first.lower) ||
    first.isCapital ||
    /^(?:any|all|allegations|accusations|claims|reports)$/.test(first.lower);
  return hasTie && begins ? { content: { from, to }, form: 'object' } : null;
}

/** Whether nothing negates or qualifies the speaking: no "did not say", "would say". */
function isPlain(tokens: readonly Token[], source: Link['source'], cue: number): boolean {
  const between = cue > source.from ? tokens.slice(source.to, cue) : [];
  const before = tokenAt(tokens, cue - 1 - between.length);
  if (/^(?:who|which|whom)$/.test(before.lower)) return false;
  return !between.some(({ lower }) =>
    /^(?:who|which|not|never|would|could|might|may|should|will|did|does|do|cannot|if|to|is|was|were|are|been|be)$|n't$/.test(
      lower,
    ),
  );
}
