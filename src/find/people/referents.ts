import type { Span } from '../../text/canonical-text.ts';
import { type Token, tokenAt } from '../grammar/tokens.ts';
import { type Antecedent, bodyMeant, canBe, type Mentioned, personMeant, roleMeant } from './antecedents.ts';
import type { Head } from './head.ts';
import type { Mention } from './read-names.ts';
import { type Entity, isLikePerson, type Person, type Register, type Somebody } from './register.ts';
import { isPersonNoun, isPlural } from './roles.ts';

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

export function headMeant(head: Head | null, setting: Setting): Antecedent | null {
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
export function personBeside(tokens: readonly Token[], mentions: readonly Mention[], from: number): Head | null {
  if (tokenAt(tokens, from - 1).kind !== 'comma') return null;
  return (
    mentions.find(({ from: start, to, head }) => start < from && to >= from - 1 && head?.kind === 'person')?.head ??
    null
  );
}

/** The words that describe somebody: up to the noun, with what says whose: "a spokesman for the harbour", "Her daughter". */
export function descriptionOf(phrase: readonly Token[]): Span {
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

export const pronounMeant = (
  mentioned: readonly Mentioned[],
  sentence: number,
  pronoun: 'he' | 'she' | 'it' | 'they',
): Antecedent | null =>
  pronoun === 'he' || pronoun === 'she'
    ? personMeant(mentioned, sentence, pronoun)
    : unsureThey(bodyMeant(mentioned, sentence, pronoun), pronoun);

/** A pronoun before any name refers to the first fitting person after it. */
export function firstAfter(mentioned: readonly Mentioned[], start: number, pronoun: 'he' | 'she'): Antecedent | null {
  const fits = ({ entity }: Mentioned): boolean =>
    entity.kind === 'person' && canBe(entity, pronoun) && (entity.gender === pronoun || isLikePerson(entity));
  const entity = mentioned.find((mention) => mention.start > start && fits(mention))?.entity;
  return entity ? { entity, margin: 0 } : null;
}
