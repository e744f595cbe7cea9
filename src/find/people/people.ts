import type { Span } from '../../text/canonical-text.ts';
import type { Phrase } from '../grammar/noun-phrases.ts';
import { isSubject } from '../grammar/subjects.ts';
import { type Token, tokenAt } from '../grammar/tokens.ts';
import type { Reading } from '../reading.ts';
import type { Antecedent, Mentioned } from './antecedents.ts';
import { countryNamed, governmentOf } from './countries.ts';
import { readHead } from './head.ts';
import { type Mention, readNames } from './read-names.ts';
import { descriptionOf, firstAfter, headMeant, personBeside, pronounMeant } from './referents.ts';
import { type Body, type Entity, isPlainBody, isPlainPerson, type Register, speaks } from './register.ts';
import { isOffice } from './roles.ts';
import { readVocabulary } from './vocabulary.ts';

/** Whom the words of a source mean. */
export interface Who {
  /** The name, as full as the article gives it; `null` for somebody whom the article only describes. */
  name: string | null;
  kind: 'person' | 'organisation';
  /** What the article says the person is, the first time: "Foreign Minister". */
  role: string | null;
  /** For a pronoun that refers to somebody without a name: the words that describe them. */
  described: Span | null;
  /** Whether the name is certainly meant, if the source is right. */
  isSure: boolean;
  /** The people of one surname whom the article names in full, if only the surname is given; else nobody. */
  among: readonly NamedPerson[];
}

/** A person whom an article names in full. */
export interface NamedPerson {
  name: string;
  role: string | null;
}

/** The people and bodies that an article names. */
export interface People {
  /**
   * Whom the words of a source mean: "he", "Quill" after "Ada Quill", "the minister". If two people share a surname, the
   * name stays the surname. `null` for nobody in particular.
   */
  whoIs: (source: Span) => Who | null;
}

const PRONOUNS: Record<string, 'he' | 'she' | 'it' | 'they'> = {
  he: 'he',
  him: 'he',
  his: 'he',
  she: 'she',
  her: 'she',
  it: 'it',
  they: 'they',
};

/** In points of `antecedents.ts`: from here on a pronoun's person is certain, in cross-validation on training articles. */
const CERTAIN = 1;

/** Finds whom an article names and, in reading order, whom every pronoun and description refers to. */
export function readPeople(reading: Reading): People {
  const vocabulary = readVocabulary(reading);
  const { sentences, register } = readNames(reading, vocabulary);
  const mentioned: Mentioned[] = [];
  const named = new Set<Entity>();
  const meant = new Map<number, { end: number; found: Antecedent }>();
  sentences.forEach(({ tokens, mentions }, sentence) => {
    for (const mention of withPossessives(tokens, mentions)) {
      const { start, end } = spanOf(tokens, mention);
      const { lower } = tokenAt(tokens, mention.from);
      const pronoun = mention.to === mention.from + 1 ? PRONOUNS[lower] : undefined;
      const found = pronoun
        ? pronounMeant(mentioned, sentence, pronoun)
        : headMeant(mention.head, {
            register,
            mentioned,
            sentence,
            span: descriptionOf(tokens.slice(mention.from, mention.to)),
            beside: personBeside(tokens, mentions, mention.from),
            ahead: sentences[sentence + 1]?.mentions[0]?.head ?? null,
          });
      if (!found) continue;
      meant.set(start, { end, found });
      const { entity, margin } = found;
      if (pronoun && entity.kind === 'person' && margin >= CERTAIN) entity.isReferredTo = true;
      mentioned.push({
        start,
        sentence,
        entity,
        isSubject: isSubject(tokens, mention),
        speaks: speaks(tokens, mention),
        isPronoun: pronoun !== undefined,
        isFirst: !named.has(entity) && entity.kind === 'person' && entity.words.length > 1,
      });
      named.add(entity);
    }
  });

  const places = placesOf(sentences);
  const find = ({ start, end }: Span): Antecedent | null => {
    const { tokens, from, sentence } = places.get(start) ?? { tokens: [], from: 0, sentence: 0 };
    const mentions = sentences[sentence]?.mentions ?? [];
    const first = tokenAt(tokens, from);
    const pronoun = first.end >= end ? PRONOUNS[first.lower] : undefined;
    const known = meant.get(start);
    if (known && (pronoun || known.end === end)) return known.found;
    if (pronoun === 'he' || pronoun === 'she') return firstAfter(mentioned, start, pronoun);
    if (pronoun) return null;
    const head = readHead(
      tokens.slice(from).filter((token) => token.end <= end),
      vocabulary,
    );
    return headMeant(head, {
      register,
      mentioned: mentioned.filter((mention) => mention.start < start),
      sentence,
      span: descriptionOf(tokens.slice(from).filter((token) => token.end <= end)),
      beside: personBeside(tokens, mentions, from),
      ahead: sentences[sentence + 1]?.mentions[0]?.head ?? null,
    });
  };
  const asked = new Map<string, Who | null>();
  return {
    whoIs: (source) => {
      const key = `${source.start}-${source.end}`;
      const known = asked.get(key);
      if (known !== undefined) return known;
      const found = find(source);
      const who = found && whoOf(found, source, register);
      asked.set(key, who);
      return who;
    },
  };
}

function whoOf({ entity, margin, words }: Antecedent, source: Span, register: Register): Who {
  switch (entity.kind) {
    case 'person': {
      return {
        name: (words ?? entity.words).join(' '),
        kind: 'person',
        role: entity.roles.find(isOffice)?.text ?? null,
        described: null,
        isSure: margin >= CERTAIN && isPlainPerson(entity),
        among: words === undefined ? [] : peopleOfSurname(words, register),
      };
    }
    case 'body':
      return bodyWho(entity, margin, register);
    case 'somebody': {
      const { span, body } = entity;
      const isOwn = span.start === source.start;
      if (body) return { ...bodyWho(body, 0, register), described: isOwn ? null : span, isSure: false };
      const isSure = margin >= CERTAIN && (isOwn || !entity.isPlural);
      return { name: null, kind: 'person', role: null, described: isOwn ? null : span, isSure, among: [] };
    }
  }
}

function bodyWho(body: Body, margin: number, register: Register): Who {
  const { words } = body;
  const text = words.join(' ').replace(/^the /i, '');
  const named = countryNamed(text);
  const isGovernment = named !== undefined && named.naming !== 'adjective';
  return {
    name: isGovernment ? governmentOf(named.country) : text,
    kind: 'organisation',
    role: null,
    described: null,
    isSure: isGovernment
      ? register.hasGovernment(named.country.name.toLowerCase())
      : margin >= CERTAIN && isPlainBody(body),
    among: [],
  };
}

function peopleOfSurname(words: readonly string[], register: Register): NamedPerson[] {
  const people = register.findPeople({ words, gender: null }).filter((person) => person.words.length > 1);
  return people.map((person) => ({ name: person.words.join(' '), role: person.roles.find(isOffice)?.text ?? null }));
}

/** The mentions of a sentence, including "his" and "her", which keep a person in mind. */
function withPossessives(tokens: readonly Token[], mentions: readonly Mention[]): Mention[] {
  const starts = new Set(mentions.map(({ from }) => from));
  const own = tokens.flatMap(({ lower }, at) =>
    /^(?:his|her)$/.test(lower) && !starts.has(at) ? [{ from: at, to: at + 1, head: null }] : [],
  );
  return [...mentions, ...own].sort((a, b) => a.from - b.from);
}

function spanOf(tokens: readonly Token[], { from, to }: Phrase): Span {
  return { start: tokenAt(tokens, from).start, end: tokenAt(tokens, to - 1).end };
}

function placesOf(
  sentences: readonly { tokens: readonly Token[] }[],
): Map<number, { tokens: readonly Token[]; from: number; sentence: number }> {
  return new Map(
    sentences.flatMap(({ tokens }, sentence) =>
      tokens.map(({ start }, from) => [start, { tokens, from, sentence }] as const),
    ),
  );
}
