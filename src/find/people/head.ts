import { type Token, tokenAt, tokenize } from '../grammar/tokens.ts';
import { isFunctionWord, isPast, isRoleLike, isTimeWord } from '../grammar/word-classes.ts';
import { BODY_NOUNS, DETERMINERS, SPEECH_NOUNS } from '../grammar/words.ts';
import { countryNamed } from './countries.ts';
import { type Gender, genderOfName, isGivenName } from './gender.ts';
import { genderOfRole, isPersonNoun, isPlural, readRole, type Role } from './roles.ts';
import {
  CAPITALS,
  complementOf,
  isBody,
  isCommonWord,
  isNamePart,
  isTitleOnly,
  mayBeSurname,
  nameStart,
} from './name-words.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Whom the head of a noun phrase names or describes. */
export type Head =
  /** "Corey Lewandowski", with what stands before it as the role: "Trump campaign manager". */
  | { kind: 'person'; words: string[]; gender: Gender; role: Role | null }
  /** "the Electoral Commission (EC)"; `noun` if it is a common noun, "China's commerce ministry". */
  | { kind: 'body'; words: string[]; abbreviation: string | null; isProper: boolean }
  /**
   * "the presidential spokesman"; `body` is whom somebody speaks for, if that has a name, and `surname` the word if it
   * may be a name as well: "King".
   */
  | { kind: 'role'; role: Role; isDefinite: boolean; surname: string | null; body: Head | null }
  /** "critics", "the MPs": several people without names. */
  | { kind: 'group'; isDefinite: boolean };

const SUFFIX = /^(?:Jr|Sr|II|III|IV)\.?$/;
const RELATIVE = /^(?:who|whose|which|that|named|himself|herself|itself|themselves)$/;
const TIE = /^(?:of|for|at|in|from|on|and|or|with|to|as)$/;
/** Capitalised words that are no name. */
const NOBODY =
  /^(?:He|She|They|It|I|We|You|This|That|These|Those|A|An|The|Who|Some|Somebody|Someone|Anyone|Everyone|Everybody|Nobody|None|Many|Most|More|Much|Several|Multiple|Both|All|Each|Half|Others?|Another|One|\p{Lu}|Questions?|Answers?|Two|Three|Four|Five|Republicans?|Democrats?|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)$/u;
const VERB_LIKE = /^(?:chairs|hosts|coaches|stars|heads|leads|directs|anchors|moderates|judges)$/;
const COURTESY = /^(?:mr|mrs|ms|miss|dr|prof|sen|rep|gov|sir|lord|lady|dame)$/;

/** Reads the head of a noun phrase; `null` if it names or describes nobody. */
export function readHead(phrase: readonly Token[], vocabulary: Vocabulary): Head | null {
  const { words, abbreviation, rest } = partsOf(phrase);
  const head = headOf(words, abbreviation, vocabulary);
  if (head?.kind === 'person' || head?.kind === 'body' || rest.length === 0) return head;
  // "One of its executives, Ada Quill": the name after the comma.
  const next = rest[0]?.isCapital ? headOf(partsOf(rest).words, null, vocabulary) : null;
  return next?.kind === 'person' && next.words.length > 1 ? { ...next, role: readRole(words) ?? next.role } : head;
}

function headOf(words: readonly Token[], abbreviation: string | null, vocabulary: Vocabulary): Head | null {
  const tie = words.findIndex(({ lower, isCapital }, at) => at > 0 && !isCapital && TIE.test(lower));
  const first = tie < 0 ? words : words.slice(0, tie);
  const end = first.findIndex((token) => !isNamePart(token));
  const name = first.slice(0, Math.max(end, 0));
  const next = tokenAt(first, end);
  const isNamed = name.some(({ lower }) => !DETERMINERS.has(lower) && countryNamed(lower) === undefined);
  const onlyName = (): Head | null => (isNamed ? properHead(name, name, abbreviation, vocabulary) : null);
  // "Gowdy referenced": words in lower case after a name are not part of it.
  if (end > 0 && isPast(next.lower) && !isRoleOf(first)) return onlyName();
  // "Ada Quill chairs the council": a verb that looks like a noun.
  if (end > 1 && VERB_LIKE.test(next.lower) && !isBody(name)) return onlyName();
  const last = tokenAt(first, first.length - 1);
  if (last.isCapital) return properHead(words, first, abbreviation, vocabulary);
  const common = commonHead(words, first, vocabulary);
  if (common) return common;
  // "The Armenian government met": the phrase is longer than its head.
  const noun = first.findLastIndex(({ lower }) => BODY_NOUNS.has(lower) || isPersonNoun(lower) || isPlural(lower));
  const isCut = noun > 0 && tokenAt(first, noun + 1).kind === 'word';
  const shorter = first.slice(0, noun + 1);
  return isCut ? commonHead(shorter, shorter, vocabulary) : onlyName();
}

/** "Trump backed candidate": whether a phrase ends in a common noun for a person, of which the name is only a part. */
const isRoleOf = (first: readonly Token[]): boolean => {
  const last = tokenAt(first, first.length - 1);
  return !last.isCapital && isRoleLike(last.lower);
};

/** The words of a phrase up to what describes its head, and an abbreviation in parentheses. */
function partsOf(phrase: readonly Token[]): { words: Token[]; abbreviation: string | null; rest: readonly Token[] } {
  let words: Token[] = [];
  let abbreviation: string | null = null;
  let isAside = false;
  let end = phrase.length;
  for (const [at, token] of phrase.entries()) {
    const { kind, text, lower } = token;
    if (text === '(') isAside = true;
    else if (text === ')') isAside = false;
    else if (isAside) {
      if (CAPITALS.test(text) && tokenAt(phrase, at + 1).text === ')') abbreviation = text;
    } else if (/^(?:comma|break|colon|stop)$/.test(kind) || (at > 0 && kind === 'word' && RELATIVE.test(lower))) {
      end = at;
      break;
    } else if (at > 0 && (isTimeWord(token) || (lower === 'late' && isTimeWord(tokenAt(phrase, at + 1))))) break;
    // "NZPA Moscow The Soviet leader": a new phrase, after something that is not a sentence.
    else if (text === 'The' && tokenAt(phrase, at - 1).isCapital) words = [token];
    else if (kind === 'word' || kind === 'possessive') words.push(token);
  }
  if (words.at(-1)?.kind === 'possessive') words.pop();
  return { words, abbreviation, rest: tokenAt(phrase, end).kind === 'comma' ? phrase.slice(end + 1) : [] };
}

/** A head whose last word has a capital: a name, or a title. */
function properHead(
  words: readonly Token[],
  first: readonly Token[],
  abbreviation: string | null,
  vocabulary: Vocabulary,
): Head | null {
  let from = first.length;
  while (isNamePart(tokenAt(first, from - 1))) from--;
  if (from < first.length - 1 && /^(?:the|an?)$/.test(tokenAt(first, from).lower)) from++;
  const run = first.slice(from);
  const start = nameStart(run, vocabulary);
  const core = run.slice(start);
  const rest = words.slice(first.length);
  // "Mr. King": after a courtesy title it is a name.
  const isCalled = start > 0 && COURTESY.test(tokenAt(run, start - 1).lower);
  if (core.length === 0 || (isTitleOnly(core) && !isCalled)) return commonHead(words, first, vocabulary);
  const [lead] = core;
  if (lead && /^(?:some|many|several|two|three|four|five|six|seven|eight|nine|ten)$/.test(lead.lower))
    return { kind: 'group', isDefinite: false };
  // "the Plain Dealer"
  const isThe =
    core.length > 1 && start === 0 && tokenAt(first, from - 1).lower === 'the' && !isGivenName(tokenAt(core, 0).lower);
  if (isBody(core) || (isThe && !isPlural(tokenAt(core, core.length - 1).lower))) {
    const body = [...core, ...complementOf(rest)];
    // "the former Central Bank": the adjective is not part of the name, "the Russian Foreign Ministry" has it.
    const led = run.slice(0, start).filter(({ lower }) => countryNamed(lower) !== undefined);
    return { kind: 'body', words: [...led, ...body].map(({ text }) => text), abbreviation, isProper: true };
  }
  // "Carson For Telling Supporters": the words of a headline.
  if (core.some((word, at) => at > 0 && isFunctionWord(word) && !mayBeSurname(word))) return null;
  if (
    core.some(({ lower, text }) => DETERMINERS.has(lower) && /\p{L}{2}/u.test(text)) ||
    !core.some(({ text }) => /\p{L}{2}/u.test(text))
  )
    return null;
  const names = core.map(({ text }) => withoutArticle(text));
  const [given = ''] = names;
  if (names.length === 1 && (NOBODY.test(given) || isCommonWord(core, from + start, vocabulary))) return null;
  const before = first.slice(0, from + start);
  const gender = genderOfTitles(before) ?? (names.length > 1 ? genderOfName(given) : null);
  const kept = names.filter((text, at) => at === 0 || !SUFFIX.test(text));
  return { kind: 'person', words: kept, gender, role: readRole(before) };
}

/** An Armenian name without the article that ends it: Փաշինյանը -> Փաշինյան. */
const withoutArticle = (name: string): string =>
  name.replace(/(?<=\p{Script=Armenian}{3})ը$|(?<=\p{Script=Armenian}{3}ն)ն$/u, '');

/** A head whose last word is a common noun, or a title: "Chancellor of the Exchequer". */
function commonHead(words: readonly Token[], first: readonly Token[], vocabulary: Vocabulary): Head | null {
  const { lower, text, isCapital } = tokenAt(first, first.length - 1);
  const possessive = first.findLastIndex(({ kind }) => kind === 'possessive');
  // "Bostanjian's evaluation": what somebody's words say, somebody says.
  const isWords = SPEECH_NOUNS.has(lower) || /^(?:evaluation|estimates?|calculations?|data|lawsuit)$/.test(lower);
  if (possessive > 0 && isWords) return readHead(first.slice(0, possessive), vocabulary);
  // "the NIESR report"
  const issuer =
    isWords && tokenAt(first, first.length - 2).isCapital ? readHead(first.slice(0, -1), vocabulary) : null;
  if (issuer?.kind === 'body') return issuer;
  const [lead] = words;
  const isDefinite = lead !== undefined && (/^(?:the|his|her|its|their)$/.test(lead.lower) || possessive > 0);
  if (isPlural(lower)) return { kind: 'group', isDefinite };
  const role = readRole(words);
  if (role?.head === lower) {
    const named = nameAfter(words, first.length, vocabulary);
    if (named) return named;
    const surname = isCapital && words.length === 1 ? text : null;
    return { kind: 'role', role, isDefinite, surname, body: bodyOf(words, first, vocabulary) };
  }
  if (!BODY_NOUNS.has(lower)) return null;
  const whole = [...first, ...complementOf(words.slice(first.length))].filter(
    ({ lower: word }, at) => !(at === 0 && /^(?:the|an?|its|his|her|their|this|that)$/.test(word)),
  );
  return { kind: 'body', words: joined(whole), abbreviation: null, isProper: false };
}

/** The name after what a role is of: "Secretary of State John Kerry", "ambassador to Britain Liu Xiaming". */
function nameAfter(words: readonly Token[], tie: number, vocabulary: Vocabulary): Head | null {
  let to = words.length;
  while (to > tie && !isNamePart(tokenAt(words, to - 1))) to--;
  let from = to;
  while (from > tie && isNamePart(tokenAt(words, from - 1))) from--;
  const run = words.slice(from, to);
  if (to !== words.length || run.length < 3) return null;
  const isStart = (at: number): boolean =>
    at > 0 && at < run.length - 1 && !isBody(run.slice(at)) && genderOfName(tokenAt(run, at).lower) !== null;
  const byGiven = run.findIndex((_, at) => isStart(at));
  const [place] = run;
  const isPlace =
    place !== undefined && (countryNamed(place.lower) !== undefined || /^(?:State|Exchequer)$/.test(place.text));
  const at = byGiven > 0 ? byGiven : isPlace && !isBody(run.slice(1)) ? 1 : -1;
  if (at < 0) return null;
  const name = run.slice(at);
  const head = properHead(name, name, null, vocabulary);
  return head?.kind === 'person' ? { ...head, role: readRole(words.slice(0, from + at)) } : head;
}

/** Whom somebody speaks for: "a Treasury spokesperson", "a spokesman for the British Casino Association". */
function bodyOf(words: readonly Token[], first: readonly Token[], vocabulary: Vocabulary): Head | null {
  const last = tokenAt(first, first.length - 1);
  if (!/^spokes(?:man|woman|person)$/.test(last.lower)) return null;
  const after = words.slice(first.length + 1);
  const isFor = /^(?:for|from|at|of)$/.test(tokenAt(words, first.length).lower);
  const head = isFor ? readHead(after, vocabulary) : readHead(first.slice(0, -1), vocabulary);
  if (head?.kind === 'body' && head.isProper) return head;
  // "a Vodafone spokesman": whoever has a spokesman and no first name is a body.
  const isName = head?.kind === 'person' && head.words.length === 1 && head.role === null && head.gender === null;
  return isName ? { kind: 'body', words: head.words, abbreviation: null, isProper: true } : null;
}

/** Whether a name on its own is a person's or that of a body. */
export function kindOfName(name: string): 'person' | 'organisation' {
  const { words } = partsOf(tokenize(name, { start: 0, end: name.length }, [], 0));
  const tie = words.findIndex(({ lower, isCapital }, at) => at > 0 && !isCapital && TIE.test(lower));
  const core = (tie < 0 ? words : words.slice(0, tie)).filter(({ lower }) => lower !== 'the');
  return isBody(core) ? 'organisation' : 'person';
}

function genderOfTitles(before: readonly Token[]): Gender {
  return before.map(({ lower }) => genderOfRole(lower)).findLast((gender) => gender !== null) ?? null;
}

/** Words with their possessives: "China's", "commerce", "ministry". */
function joined(tokens: readonly Token[]): string[] {
  const words: string[] = [];
  for (const { kind, text } of tokens) {
    if (kind === 'possessive') words.push(`${words.pop() ?? ''}${text}`);
    else words.push(text);
  }
  return words;
}
