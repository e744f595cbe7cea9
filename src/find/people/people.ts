import type { Span } from '../../text/canonical-text.ts';
import type { Phrase } from '../grammar/noun-phrases.ts';
import { isSubject } from '../grammar/subjects.ts';
import { type Token, tokenAt } from '../grammar/tokens.ts';
import type { Reading } from '../reading.ts';
import { type Antecedent, bodyMeant, canBe, type Mentioned, personMeant, roleMeant } from './antecedents.ts';
import { countryNamed, governmentOf } from './countries.ts';
import { type Head, readHead } from './head.ts';
import { type Mention, readNames } from './read-names.ts';
import {
  type Body,
  type Entity,
  isLikePerson,
  isPlainBody,
  isPlainPerson,
  type Person,
  type Register,
  type Somebody,
  speaks,
} from './register.ts';
import { isOffice, isPersonNoun, isPlural } from './roles.ts';
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

/** What looks like several people by what they do. */
const AGENTS = /(?:ers|ors|ists|ians|ents|ants)$/;

/** Where a head is, for whom it may mean. */
interface Setting {
  register: Register;
  /** What was mentioned before. */
  mentioned: readonly Mentioned[];
  sentence: number;
  span: Span;
  /** The person whom it describes, right before it: "Ada Quill, a harbour engineer". */
  beside: Head | null;
  /** The first head of the next sentence. */
  ahead: Head | null;
}

function headMeant(head: Head | null, setting: Setting): Antecedent | null {
  const { register, mentioned, span } = setting;
  const certain = (entity: Entity | undefined): Antecedent | null => (entity ? { entity, margin: Infinity } : null);
  if (!head) return null;
  switch (head.kind) {
    case 'person': {
      const found = register.findPeople(head);
      const [person = head.words.length > 1 ? register.addPerson(head) : undefined, ...others] = found;
      const isShared = head.words.length === 1 && others.some(({ words }) => words.length > 1);
      // "Users said": nobody whom the article names.
      if (head.words.length === 1 && person?.words.length === 1 && AGENTS.test(head.words[0] ?? ''))
        return certain({ kind: 'somebody', span, role: null, gender: null, isPlural: true, body: null });
      if (person && isShared) return { entity: person, margin: 0, words: head.words };
      if (person) return certain(person);
      return certain(register.findBodies(head.words)[0]);
    }
    case 'body': {
      // "QUILL:", a surname in capitals; "Washington" of Ada Washington.
      return certain(personOfSurname(head.words, register)) ?? bodyFor(head, register, mentioned);
    }
    case 'role': {
      const own = head.surname === null ? undefined : personOfSurname([head.surname], register);
      if (own) return certain(own);
      const found = describedPerson(head, setting);
      if (found) return found;
      const body = head.body?.kind === 'body' ? (register.findBodies(head.body.words)[0] ?? null) : null;
      const { role } = head;
      const somebody: Somebody = { kind: 'somebody', span, role, gender: role.gender, isPlural: false, body };
      // "the spokesman" means somebody in particular, and nobody knows whom.
      return { entity: somebody, margin: head.isDefinite ? 0 : Infinity };
    }
    case 'group':
      return {
        entity: { kind: 'somebody', span, role: null, gender: null, isPlural: true, body: null },
        margin: head.isDefinite ? 0 : Infinity,
      };
  }
}

/** The person whom a role describes: right beside the name, by what the article says elsewhere, or by who is near. */
function describedPerson(
  { role, isDefinite }: Extract<Head, { kind: 'role' }>,
  { register, mentioned, sentence, beside, ahead }: Setting,
): Antecedent | null {
  if (beside?.kind === 'person') {
    const [entity] = register.findPeople(beside);
    if (entity) return { entity, margin: Infinity };
  }
  const { people } = register;
  if (!isDefinite) {
    // "A presidential spokesman", who is named later.
    const same = people.filter(({ roles }) => roles.some(({ text }) => text.toLowerCase() === role.text.toLowerCase()));
    return same[0] && same.length === 1 && role.about.size > 0 ? { entity: same[0], margin: 0 } : null;
  }
  const found = roleMeant(mentioned, people, role, sentence);
  if (found?.entity.kind === 'person') return found;
  const next = ahead?.kind === 'person' && ahead.words.length > 1 ? register.findPeople(ahead)[0] : undefined;
  const fits = (person: Person): boolean => person.roles.length === 0 && canBe(person, role.gender ?? person.gender);
  if (next && fits(next) && !mentioned.some(({ entity }) => entity === next)) return { entity: next, margin: 0 };
  if (found) return found;
  // "Ada Quill resigned. The mayor said": the subject before, of whom nothing else is said.
  const last = mentioned.findLast((mention) => mention.sentence === sentence - 1 && mention.isSubject)?.entity;
  return last?.kind === 'person' && fits(last) ? { entity: last, margin: 0 } : null;
}

/** The name that ends right before a comma, after which a description begins. */
function personBeside(tokens: readonly Token[], mentions: readonly Mention[], from: number): Head | null {
  if (tokenAt(tokens, from - 1).kind !== 'comma') return null;
  return (
    mentions.find(({ from: start, to, head }) => start < from && to >= from - 1 && head?.kind === 'person')?.head ??
    null
  );
}

/** The words that describe somebody: up to the noun, with what says whose: "a spokesman for the harbour", "Her daughter". */
function descriptionOf(phrase: readonly Token[]): Span {
  const noun = phrase.findIndex(({ lower }, at) => {
    const next = tokenAt(phrase, at + 1);
    return (isPersonNoun(lower) || isPlural(lower)) && next.kind === 'word' && !isNounOrTie(next);
  });
  const last = noun < 0 ? phrase.length - 1 : noun;
  return { start: tokenAt(phrase, 0).start, end: tokenAt(phrase, last).end };
}

const isNounOrTie = ({ lower, isCapital }: Token): boolean =>
  isCapital || isPersonNoun(lower) || isPlural(lower) || /^(?:of|for|at|from|with|in|on|to|who|and|or)$/.test(lower);

/** The person with a first name whose surname a single word is. */
function personOfSurname(words: readonly string[], register: Register): Person | undefined {
  if (words.length !== 1) return undefined;
  return register.findPeople({ words, gender: null }).find((person) => person.words.length > 1);
}

/** The body that a name or a common noun means; the latest of several. */
function bodyFor(
  head: Extract<Head, { kind: 'body' }>,
  register: Register,
  mentioned: readonly Mentioned[],
): Antecedent | null {
  const own = register.findBodies(head.words);
  const candidates = own.length > 0 ? own : head.isProper ? [] : register.findTakenUp(head.words);
  const latest = mentioned.findLast(({ entity }) => entity.kind === 'body' && candidates.includes(entity))?.entity;
  const entity = latest ?? candidates[0];
  if (entity) return { entity, margin: own.length === 1 || head.isProper ? Infinity : 0 };
  // "China's commerce ministry" names it, "the committee" does not.
  return head.words.length > 1 ? { entity: register.addBody(head), margin: 0 } : null;
}

/** "They" is seldom certainly a body. */
const unsureThey = (found: Antecedent | null, pronoun: 'it' | 'they'): Antecedent | null =>
  found && pronoun === 'they' && found.entity.kind === 'body' ? { ...found, margin: 0 } : found;

const pronounMeant = (
  mentioned: readonly Mentioned[],
  sentence: number,
  pronoun: 'he' | 'she' | 'it' | 'they',
): Antecedent | null =>
  pronoun === 'he' || pronoun === 'she'
    ? personMeant(mentioned, sentence, pronoun)
    : unsureThey(bodyMeant(mentioned, sentence, pronoun), pronoun);

function whoOf({ entity, margin, words }: Antecedent, source: Span, register: Register): Who {
  switch (entity.kind) {
    case 'person': {
      return {
        name: (words ?? entity.words).join(' '),
        kind: 'person',
        role: entity.roles.find(isOffice)?.text ?? null,
        described: null,
        isSure: margin >= CERTAIN && isPlainPerson(entity),
      };
    }
    case 'body':
      return bodyWho(entity, margin, register);
    case 'somebody': {
      const { span, body } = entity;
      const isOwn = span.start === source.start;
      if (body) return { ...bodyWho(body, 0, register), described: isOwn ? null : span, isSure: false };
      const isSure = margin >= CERTAIN && (isOwn || !entity.isPlural);
      return { name: null, kind: 'person', role: null, described: isOwn ? null : span, isSure };
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
  };
}

/** The mentions of a sentence, including "his" and "her", which keep a person in mind. */
function withPossessives(tokens: readonly Token[], mentions: readonly Mention[]): Mention[] {
  const starts = new Set(mentions.map(({ from }) => from));
  const own = tokens.flatMap(({ lower }, at) =>
    /^(?:his|her)$/.test(lower) && !starts.has(at) ? [{ from: at, to: at + 1, head: null }] : [],
  );
  return [...mentions, ...own].sort((a, b) => a.from - b.from);
}

/** A pronoun before any name refers to the first fitting person after it. */
function firstAfter(mentioned: readonly Mentioned[], start: number, pronoun: 'he' | 'she'): Antecedent | null {
  const fits = ({ entity }: Mentioned): boolean =>
    entity.kind === 'person' && canBe(entity, pronoun) && (entity.gender === pronoun || isLikePerson(entity));
  const entity = mentioned.find((mention) => mention.start > start && fits(mention))?.entity;
  return entity ? { entity, margin: 0 } : null;
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
