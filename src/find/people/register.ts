import type { Phrase } from '../grammar/noun-phrases.ts';
import { type Token, tokenAt } from '../grammar/tokens.ts';
import { isAdverb, isAuxiliary } from '../grammar/word-classes.ts';
import { CUE_VERBS, NOT_PEOPLE, ROLE_NOUNS } from '../grammar/words.ts';
import { type Gender, headName, type Name } from './head-name.ts';

/** A person or body that an article names. */
export interface Person {
  /** The fullest form of the name, as words: "Huma", "Abedin". */
  words: string[];
  gender: Gender;
  /** How often the name appears in the article. */
  count: number;
  /** How often it speaks or thinks, minus how often it is a place where something happens. */
  personhood: number;
}

/** Everybody whom an article names, by surname. */
export class Register {
  readonly #bySurname = new Map<string, Person[]>();

  /** Adds the name that heads a noun phrase, if it has one: to the person who already has it, or as a new one. */
  add(tokens: readonly Token[], { from, to }: Phrase): void {
    const name = headName(tokens.slice(from, to));
    if (!name) return;
    const surname = foldName(name.words.at(-1) ?? '');
    const people = this.#bySurname.get(surname) ?? [];
    this.#bySurname.set(surname, people);
    let person = people.find(({ words }) => isSameName(words, name.words));
    if (!person) people.push((person = { words: name.words, gender: null, count: 0, personhood: 0 }));
    if (name.words.length > person.words.length) person.words = name.words;
    person.gender ??= name.gender;
    person.count++;
    if (/^(?:in|at|near|across|throughout|outside|inside|from|to)$/.test(tokenAt(tokens, from - 1).lower))
      person.personhood--;
    if (speaks(tokens, { from, to })) person.personhood += 2;
  }

  /** The people whom a name may refer to, most often named first. */
  find(name: Name | null): Person[] {
    if (!name) return [];
    const people = this.#bySurname.get(foldName(name.words.at(-1) ?? '')) ?? [];
    const fits = ({ words, gender }: Person): boolean =>
      isSameName(words, name.words) && (!name.gender || !gender || gender === name.gender);
    return people.filter(fits).toSorted((a, b) => b.count - a.count || b.words.length - a.words.length);
  }
}

/**
 * Whether two names may be the same person's: a surname alone may be anyone's with it, but two first names mean two
 * people.
 */
export function isSameName(a: readonly string[], b: readonly string[]): boolean {
  if (foldName(a.at(-1) ?? '') !== foldName(b.at(-1) ?? '')) return false;
  if (a.length === 1 || b.length === 1) return true;
  const [x, y] = [foldName(a[0] ?? ''), foldName(b[0] ?? '')];
  return x.startsWith(y) || y.startsWith(x);
}

/** Whether "he" or "she" may refer to a name of unknown gender: it speaks, and is not a body or place. */
export function isLikePerson({ words, personhood }: Person): boolean {
  const name = words.join(' ');
  if (personhood <= 0 || !/^[\p{L}.'’ -]+$/u.test(name) || /^\p{Lu}{2,}$/u.test(name)) return false;
  return !words.some((word) => ROLE_NOUNS.has(word.toLowerCase()) || NOT_PEOPLE.has(word.toLowerCase()));
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
  return word
    .normalize('NFD')
    .replace(/['’]s?$/, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}
