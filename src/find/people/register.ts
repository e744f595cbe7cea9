import type { Span } from '../../text/canonical-text.ts';
import type { Phrase } from '../grammar/noun-phrases.ts';
import { type Token, tokenAt } from '../grammar/tokens.ts';
import { isAdverb, isAuxiliary } from '../grammar/word-classes.ts';
import { CUE_VERBS, PLACE_WORDS } from '../grammar/words.ts';
import { type BodyName, isSameBody, mayTakeUp, readBodyName } from './bodies.ts';
import { countryNamed } from './countries.ts';
import { type Gender, genderOfName, isGivenName } from './gender.ts';
import type { Head } from './head.ts';
import type { Role } from './roles.ts';

/** A person whom an article names. */
export interface Person {
  kind: 'person';
  /** The fullest form of the name, as words: "Huma", "Abedin". */
  words: readonly string[];
  gender: Gender;
  /** How often the name appears in the article. */
  count: number;
  /** How often it speaks or thinks, minus how often it is a place where something happens. */
  personhood: number;
  /** What the article says that the person is. */
  roles: Role[];
  /** Whether the article says that the person has died. */
  isDead: boolean;
  /** Whether "he" or "she" clearly refers to the person. */
  isReferredTo: boolean;
}

/** A body that an article names. */
export interface Body {
  kind: 'body';
  words: readonly string[];
  name: BodyName;
  abbreviation: string | null;
  /** Whether the article writes it with capitals; otherwise it is a common noun: "China's commerce ministry". */
  isProper: boolean;
  count: number;
}

/** Somebody whom an article only describes: "a police spokeswoman", "critics". */
export interface Somebody {
  kind: 'somebody';
  span: Span;
  role: Role | null;
  gender: Gender;
  isPlural: boolean;
  /** The body that somebody speaks for. */
  body: Body | null;
}

export type Entity = Person | Body | Somebody;

type PersonHead = Extract<Head, { kind: 'person' }>;

/** "Ada Quill", "Ada B. Quill", "Ada van Quill"; what follows the first name is looked at again, as the next first name. */
const FULL_NAME =
  /(?<![\p{L}\p{N}-])(?<first>\p{Lu}[\p{L}\p{M}-]+) (?=(?<middle>(?:\p{Lu}\. )?(?:(?:van|von|de|der|bin|al|di|da) )?)(?<last>\p{Lu}[\p{L}\p{M}'’-]+))/gu;

/** Everybody whom an article names. */
export class Register {
  readonly #bySurname = new Map<string, Person[]>();
  readonly #byFirst = new Map<string, Person[]>();
  readonly #bodies: Body[] = [];

  /** Adds a name: to the person who already has it, or as a new one. */
  addPerson({ words, gender, role }: PersonHead): Person {
    const people = listIn(this.#bySurname, foldName(words.at(-1) ?? ''));
    let person = people.find((known) => isSameName(known.words, words));
    if (!person) {
      person = {
        kind: 'person',
        words,
        gender: null,
        count: 0,
        personhood: 0,
        roles: [],
        isDead: false,
        isReferredTo: false,
      };
      people.push(person);
    }
    if (words.length > person.words.length) person.words = words;
    if (words.length > 1) {
      const first = listIn(this.#byFirst, foldName(words[0] ?? ''));
      if (!first.includes(person)) first.push(person);
    }
    person.gender ??= gender ?? genderOfSingle(person.words);
    person.count++;
    if (role) person.roles.push(role);
    return person;
  }

  addBody({ words, abbreviation, isProper }: Pick<Body, 'words' | 'abbreviation' | 'isProper'>): Body {
    const known = this.findBodies(words)[0];
    const name = readBodyName(words);
    if (known) {
      known.count++;
      known.abbreviation ??= abbreviation;
      const isFuller = words.length > known.words.length || !known.isProper;
      if (isProper && isFuller && !isAbbreviationOf(words, known)) [known.words, known.name] = [words, name];
      known.isProper ||= isProper;
      return known;
    }
    const body: Body = { kind: 'body', words, name, abbreviation, isProper, count: 1 };
    this.#bodies.push(body);
    return body;
  }

  /** The people whom a name may mean, most often named first. */
  findPeople({ words, gender }: { words: readonly string[]; gender: Gender }): Person[] {
    const fits = (person: Person): boolean =>
      isSameName(person.words, words) && (!gender || !person.gender || gender === person.gender);
    const found = (this.#bySurname.get(foldName(words.at(-1) ?? '')) ?? []).filter(fits);
    const full = found.filter((person) => person.words.length > 1);
    if (full.length > 0 || words.length > 1) return byFame(full.length > 0 ? full : found);
    // "Liu" after "Liu Xiaming", "Hillary" after "Hillary Clinton": the first word alone.
    return byFame([...(this.#byFirst.get(foldName(words[0] ?? '')) ?? []), ...found]);
  }

  /** The bodies that words may mean: by abbreviation, or as forms of one name, most often named first. */
  findBodies(words: readonly string[]): Body[] {
    const name = readBodyName(words);
    const [only = ''] = words;
    const byAbbreviation = this.#bodies.filter(
      ({ abbreviation, words: known }) =>
        words.length === 1 && (abbreviation === only || (/^\p{Lu}{3,}$/u.test(only) && initialsOf(known) === only)),
    );
    if (byAbbreviation.length > 0) return byAbbreviation;
    const same = this.#bodies.filter((body) => {
      if (name.noun === '' && name.about.size > 0) return sameWords(body.words, words);
      return isSameBody(body.name, name) && (name.about.size > 0 || name.country !== null || name.noun !== '');
    });
    return same.toSorted((a, b) => b.count - a.count);
  }

  /** The bodies that a common noun may take up: "the airline". */
  findTakenUp(words: readonly string[]): Body[] {
    const name = readBodyName(words);
    return this.#bodies.filter((body) => body.isProper && mayTakeUp(name, body.words, body.name));
  }

  /** Whether the article names a country's government as such, so that its capital may stand for it. */
  hasGovernment(country: string): boolean {
    return this.#bodies.some(({ name }) => name.noun === 'government' && name.country === country);
  }

  /** Gives people of whom the sentences have the surname alone the first name that the text has elsewhere, as in a quotation. */
  completeNames(text: string): void {
    const alone = new Map(
      this.people.filter(({ words }) => words.length === 1).map((person) => [person.words[0] ?? '', person]),
    );
    const firsts = new Map<Person, string[][]>();
    for (const { groups = {} } of text.matchAll(FULL_NAME)) {
      const person = alone.get(groups['last'] ?? '');
      const [first = '', middle = ''] = [groups['first'], groups['middle']];
      if (!person || !isGivenName(first.split('-')[0] ?? '')) continue;
      firsts.set(person, [...(firsts.get(person) ?? []), [first, ...middle.trim().split(' ').filter(Boolean)]]);
    }
    for (const [person, names] of firsts) {
      const [[first = '', ...middle] = []] = names;
      // Two first names are two people.
      if (names.some(([other]) => other !== first)) continue;
      person.words = [first, ...middle, ...person.words];
      person.gender ??= genderOfName(first);
      listIn(this.#byFirst, foldName(first)).push(person);
    }
  }

  get people(): Person[] {
    return [...this.#bySurname.values()].flat();
  }

  /** Takes a name of one word, which how it is used shows to be a body's, off the people: "a Twitter spokesman". */
  turnIntoBody(word: string): void {
    const key = foldName(word);
    const people = this.#bySurname.get(key) ?? [];
    const [person] = people;
    const isAlone = people.length === 1 && person?.words.length === 1 && person.gender === null;
    if (!isAlone || this.#byFirst.has(key) || isGivenName(word)) return;
    this.#bySurname.delete(key);
    this.addBody({ words: person.words, abbreviation: null, isProper: true });
  }
}

/** A single name is usually a surname, but a woman's first name seldom is one. */
const genderOfSingle = ([name = '', ...others]: readonly string[]): Gender =>
  others.length === 0 && genderOfName(name) === 'she' ? 'she' : null;

const byFame = (people: readonly Person[]): Person[] =>
  people.toSorted((a, b) => b.count - a.count || b.words.length - a.words.length);

function listIn<Item>(lists: Map<string, Item[]>, key: string): Item[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

const isAbbreviationOf = (words: readonly string[], { abbreviation }: Body): boolean =>
  words.length === 1 && words[0] === abbreviation;

const initialsOf = (words: readonly string[]): string =>
  words
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word.charAt(0))
    .join('');

const sameWords = (a: readonly string[], b: readonly string[]): boolean =>
  a.map(foldName).join(' ') === b.map(foldName).join(' ');

/**
 * Whether two names may be the same person's: a surname alone may be anyone's with it, but two first names mean two
 * people.
 */
export function isSameName(a: readonly string[], b: readonly string[]): boolean {
  if (foldName(a.at(-1) ?? '') !== foldName(b.at(-1) ?? '')) return false;
  if (a.length === 1 || b.length === 1) return true;
  // "van Sebille" after "Erik van Sebille".
  if (isParticle(a[0]) || isParticle(b[0])) return true;
  const [x, y] = [foldName(a[0] ?? ''), foldName(b[0] ?? '')];
  return x.startsWith(y) || y.startsWith(x);
}

const isParticle = (word = ''): boolean => /^\p{Ll}/u.test(word);

/** Whether "he" or "she" may refer to a name of unknown gender: it speaks, and is not a place. */
export function isLikePerson({ words, personhood }: Person): boolean {
  const name = words.join(' ');
  if (personhood <= 0 || !/^[\p{L}.'’ -]+$/u.test(name) || /^\p{Lu}{2,}$/u.test(name)) return false;
  return countryNamed(name) === undefined;
}

/** Whether a name is plainly a person's: by its first name, or by what else the article says of whoever has it. */
export function isPlainPerson({ words, gender, roles, count, personhood, isReferredTo }: Person): boolean {
  const [first = ''] = words;
  const isKnown = gender !== null || roles.length > 0 || isReferredTo;
  return words.length > 1
    ? isKnown || count > 1 || personhood > 0 || isGivenName(first) || /^\p{Lu}\./u.test(first)
    : isKnown;
}

const isPlaceWord = (lower: string): boolean =>
  PLACE_WORDS.has(lower) || /^(?:new|san|santa|los|las|st|fort|port)$/.test(lower);

/** Whether a name is plainly that of a body, and not of a place or a mere common noun with a capital. */
export function isPlainBody({ words, name, abbreviation, isProper }: Body): boolean {
  const [first = ''] = words;
  if (!isProper || words.every((word) => isPlaceWord(word.toLowerCase()))) return false;
  return words.length > 1 || abbreviation !== null || (name.noun === '' && !/^\p{Lu}{6,}$/u.test(first));
}

/** Whether a noun phrase is the subject of a verb of speech, thought or judgement: "Chinni noted", "noted Chinni". */
export function speaks(tokens: readonly Token[], { from, to }: Phrase): boolean {
  let at = tokenAt(tokens, to).kind === 'comma' ? to + 1 : to;
  while (isAuxiliary(tokenAt(tokens, at)) || isAdverb(tokenAt(tokens, at))) at++;
  const after = CUE_VERBS.get(tokenAt(tokens, at).lower);
  if (after?.form === 'finite' && after.kind !== 'showing') return true;
  const { lower } = tokenAt(tokens, from - 1);
  const before = CUE_VERBS.get(lower);
  return before?.kind === 'speech' && before.form === 'finite' && lower !== 'told';
}

function foldName(word: string): string {
  const plain = /^[a-z]+$/i.test(word) ? word : word.normalize('NFD');
  return plain
    .replace(/['’]s?$/, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}
