import type { Span } from '../../text/canonical-text.ts';
import { mentionsOf } from '../grammar/mentions.ts';
import type { Phrase } from '../grammar/noun-phrases.ts';
import { isSubject } from '../grammar/subjects.ts';
import { type Token, tokenAt } from '../grammar/tokens.ts';
import type { Reading } from '../reading.ts';
import { headName } from './head-name.ts';
import { isLikePerson, type Person, Register, speaks } from './register.ts';

/** The people that an article names. */
export interface People {
  /**
   * The name that the words of a source refer to, as full as the article gives it: that of "he", of "Quill" after "Ada
   * Quill". If two people share the surname it stays the surname. `null` for a mere description.
   */
  nameOf: (source: Span) => string | null;
}

interface Mention {
  start: number;
  sentence: number;
  person: Person;
  isSubject: boolean;
  /** Whether it is the subject of a verb of speech. */
  speaks: boolean;
  isPronoun: boolean;
  /** Whether the person is named here for the first time, in full. */
  isFirst: boolean;
}

/** How many sentences back to look for the name of a pronoun. */
const MEMORY = 12;
const PRONOUNS: Record<string, 'he' | 'she'> = { he: 'he', him: 'he', his: 'he', she: 'she', her: 'she' };

/** Finds the people whom an article names and, in reading order, whom every "he" and "she" refers to. */
export function readPeople(reading: Reading): People {
  const register = new Register();
  const sentences = reading.sentences.map(({ tokens }) => ({ tokens, mentions: mentionsOf(tokens, true) }));
  for (const { tokens, mentions } of sentences) {
    for (const phrase of mentions) register.add(tokens, phrase);
  }
  const mentioned: Mention[] = [];
  const named = new Set<Person>();
  const meant = new Map<number, Person>();
  sentences.forEach(({ tokens, mentions }, sentence) => {
    for (const phrase of withPossessives(tokens, mentions)) {
      const { start, lower } = tokenAt(tokens, phrase.from);
      const pronoun = PRONOUNS[lower];
      const [candidate] = register.find(headName(tokens.slice(phrase.from, phrase.to)));
      const person = pronoun ? antecedent(mentioned, sentence, pronoun) : candidate;
      if (!person) continue;
      if (pronoun) meant.set(start, person);
      mentioned.push({
        start,
        sentence,
        person,
        isSubject: isSubject(tokens, phrase),
        speaks: speaks(tokens, phrase),
        isPronoun: pronoun !== undefined,
        isFirst: !named.has(person) && person.words.length > 1,
      });
      named.add(person);
    }
  });

  const places = placesOf(sentences);
  return {
    nameOf: ({ start, end }) => {
      const { tokens, from } = places.get(start) ?? { tokens: [], from: 0 };
      const first = tokenAt(tokens, from);
      const pronoun = first.end >= end ? PRONOUNS[first.lower] : undefined;
      if (pronoun) return (meant.get(start) ?? firstAfter(mentioned, start, pronoun))?.words.join(' ') ?? null;
      const name = headName(tokens.slice(from).filter((token) => token.end <= end));
      if (!name) return null;
      const people = register.find(name);
      const isShared = people.filter(({ words }) => words.length > 1).length > 1;
      return (isShared ? name.words : (people[0]?.words ?? name.words)).join(' ');
    },
  };
}

/** The mentions of a sentence, including "his" and "her", which keep a person in mind. */
function withPossessives(tokens: readonly Token[], mentions: readonly Phrase[]): Phrase[] {
  const starts = new Set(mentions.map(({ from }) => from));
  const own = tokens.flatMap(({ lower }, at) =>
    /^(?:his|her)$/.test(lower) && !starts.has(at) ? [{ from: at, to: at + 1 }] : [],
  );
  return [...mentions, ...own].sort((a, b) => a.from - b.from);
}

/**
 * The person that "he" or "she" refers to: preferably one mentioned recently and often, as a subject, as a speaker, by
 * a pronoun, or just introduced. The numbers were set by hand.
 */
function antecedent(mentioned: readonly Mention[], sentence: number, pronoun: 'he' | 'she'): Person | null {
  let best: Person | null = null;
  let bestScore = -Infinity;
  const seen = new Set<Person>();
  for (let index = mentioned.length - 1; index >= 0; index--) {
    const mention = mentioned[index] as Mention;
    const { person } = mention;
    const back = sentence - mention.sentence;
    if (back > MEMORY) break;
    if (person.gender && person.gender !== pronoun) continue;
    const score =
      -1.2 * Math.min(back, 6) +
      (mention.isSubject ? 1.5 : 0) +
      (mention.speaks ? 1 : 0) +
      (mention.isPronoun ? 1 : 0) +
      (mention.isFirst && back <= 2 ? 1.5 : 0) +
      (person.gender ? 1.5 : isLikePerson(person) ? 0.5 : -4) +
      Math.min(person.count, 10) * 0.08 -
      (seen.has(person) ? 0 : seen.size * 0.3);
    seen.add(person);
    if (score > bestScore) [best, bestScore] = [person, score];
  }
  return best;
}

/** A pronoun before any name refers to the first fitting person after it. */
function firstAfter(mentioned: readonly Mention[], start: number, pronoun: 'he' | 'she'): Person | undefined {
  const fits = ({ person }: Mention): boolean => person.gender === pronoun || (!person.gender && isLikePerson(person));
  return mentioned.find((mention) => mention.start > start && fits(mention))?.person;
}

function placesOf(sentences: readonly { tokens: Token[] }[]): Map<number, { tokens: Token[]; from: number }> {
  return new Map(
    sentences.flatMap(({ tokens }) =>
      tokens.map(({ start }, from): [number, { tokens: Token[]; from: number }] => [start, { tokens, from }]),
    ),
  );
}
