import { mentionsOf } from './mentions.ts';
import { type Phrase, phraseAt, startsPhrase } from './noun-phrases.ts';
import { isSubject, mainSubject, phraseBefore, subjectBefore } from './subjects.ts';
import { type Token, tokenAt } from './tokens.ts';
import { isAdverb, isAuxiliary, isNoun } from './word-classes.ts';
import { CUE_VERBS, LIGHT_VERBS, PHRASAL, SPEECH_NOUNS, type Verb } from './words.ts';

/** How a source and its cue are connected. */
export type LinkType =
  | 'subject' // Quill said
  | 'inverted' // said Quill
  | 'shared' // Quill rose and said
  | 'participle' // Quill rose, saying
  | 'infinitive' // Quill went on to say
  | 'passive' // described by Quill as
  | 'according' // according to Quill
  | 'label' // QUILL:
  | 'colon' // Quill had this to add:
  | 'possessive' // Quill's claim
  | 'noun' // a statement from Quill
  | 'bare'; // no cue

/** A noun phrase of a sentence that may be a source, with the cue that would make it one. */
export interface Link {
  type: LinkType;
  source: Phrase;
  /** The index of the cue's token; `null` for `bare`. */
  cue: number | null;
  /** The cue, if it is a verb. */
  verb: Verb | null;
}

const POSSESSIVE_PRONOUNS = new Set(['his', 'her', 'their', 'my', 'our', 'its']);
/** In tokens: how far a possessive may be from its noun, "Quill's latest surprising claim". */
const FARTHEST_POSSESSIVE = 4;

/** Every link of a sentence: those with a cue in the order of their cues, then the bare ones. */
export function linksOf(tokens: readonly Token[]): Link[] {
  const mentions = mentionsOf(tokens);
  const main = mainSubject(tokens);
  const subjects = mentions.filter((mention) => isSubject(tokens, mention));
  const links: Link[] = [];
  const add: Add = (type, source, cue, verb = null) => {
    if (source && (cue < source.from || cue >= source.to)) links.push({ type, source, cue, verb });
  };
  tokens.forEach((token, at) => {
    if (token.kind === 'colon') addColon(tokens, at, main, add);
    if (token.kind !== 'word') return;
    if (token.lower === 'according' && tokenAt(tokens, at + 1).lower === 'to') addAccording(tokens, at, add);
    if (SPEECH_NOUNS.has(token.lower)) addNoun(tokens, at, add);
    const verb = CUE_VERBS.get(token.lower) ?? phrasalVerb(token, tokenAt(tokens, at + 1)) ?? lightVerb(tokens, at);
    const isName = token.isCapital && at > 0;
    if (verb && !isName && !isNoun(tokens, at)) addVerb(tokens, at, verb, main, subjects, add);
  });
  return [...links, ...mentions.map((source): Link => ({ type: 'bare', source, cue: null, verb: null }))];
}

type Add = (type: LinkType, source: Phrase | null, cue: number, verb?: Verb | null) => void;

/** At the beginning of a sentence the source ends at its first comma: "According to the Times, the report …". */
function addAccording(tokens: readonly Token[], at: number, add: Add): void {
  const source = phraseAt(tokens, at + 2);
  const comma = tokens.findIndex(({ kind }) => kind === 'comma');
  add(
    'according',
    source && at === 0 && comma > 0 && comma < source.to ? { from: source.from, to: comma } : source,
    at,
  );
}

function addColon(tokens: readonly Token[], at: number, main: Phrase | null, add: Add): void {
  const label = phraseBefore(tokens, at);
  const isLabel = label !== null && phraseAt(tokens, label.from)?.to === label.to;
  if (isLabel) add('label', label, at);
  if (!isLabel || main?.from !== label.from) add('colon', main, at);
}

function addNoun(tokens: readonly Token[], at: number, add: Add): void {
  if (/^(?:of|from|by)$/.test(tokenAt(tokens, at + 1).lower)) add('noun', phraseAt(tokens, at + 2), at);
  for (let left = at - 1; left >= at - FARTHEST_POSSESSIVE; left--) {
    const { kind, lower } = tokenAt(tokens, left);
    if (kind === 'possessive') add('possessive', phraseBefore(tokens, left), at);
    else if (POSSESSIVE_PRONOUNS.has(lower)) add('possessive', { from: left, to: left + 1 }, at);
    else if (kind === 'word') continue;
    return;
  }
}

function addVerb(
  tokens: readonly Token[],
  at: number,
  verb: Verb,
  main: Phrase | null,
  subjects: readonly Phrase[],
  add: Add,
): void {
  const before = tokenAt(tokens, at - 1);
  const nearest = subjects.findLast(({ to }) => to <= at);
  const addFar = (type: LinkType): void => {
    if (main && main.from < at) add(type, main, at, verb);
    if (nearest && nearest.from !== main?.from) add(type, nearest, at, verb);
  };
  if (before.lower === 'to') {
    addFar('infinitive');
    return;
  }
  if (tokenAt(tokens, at + 1).lower === 'by') add('passive', phraseAt(tokens, at + 2), at, verb);
  const subject = before.kind === 'comma' && verb.form === 'participle' ? null : subjectBefore(tokens, at);
  if (verb.form === 'participle' && !isProgressive(tokens, at)) {
    addFar('participle');
    const isNew = subject && before.kind !== 'quote' && subject.from !== main?.from && subject.from !== nearest?.from;
    if (isNew) add('subject', subject, at, verb);
    return;
  }
  if (subject) add('subject', subject, at, verb);
  if (!subject || before.lower === 'and') addFar('shared');
  if (before.kind !== 'word' && startsPhrase(tokenAt(tokens, at + 1)))
    add('inverted', phraseAt(tokens, at + 1), at, verb);
}

/** "is saying", "he's also predicting": a participle that an auxiliary makes finite. */
function isProgressive(tokens: readonly Token[], at: number): boolean {
  const helper = tokenAt(tokens, isAdverb(tokenAt(tokens, at - 1)) ? at - 2 : at - 1);
  return isAuxiliary(helper) || helper.kind === 'possessive';
}

function phrasalVerb({ lower }: Token, next: Token): Verb | undefined {
  return PHRASAL.get(next.lower)?.has(lower) ? { kind: 'speech', form: 'finite', lemma: lower } : undefined;
}

/** In tokens: how far the noun may be in "gave the same surprising reason". */
const FARTHEST_OBJECT = 4;

function lightVerb(tokens: readonly Token[], at: number): Verb | undefined {
  const { lower } = tokenAt(tokens, at);
  if (!LIGHT_VERBS.has(lower)) return undefined;
  for (let right = at + 1; right <= at + FARTHEST_OBJECT && tokenAt(tokens, right).kind === 'word'; right++) {
    if (SPEECH_NOUNS.has(tokenAt(tokens, right).lower)) {
      return { kind: 'judgement', form: lower.endsWith('ing') ? 'participle' : 'finite', lemma: lower };
    }
  }
  return undefined;
}
