import type { Gender } from './gender.ts';
import { type Body, type Entity, isLikePerson, type Person, type Somebody } from './register.ts';
import { fitOf, type Role } from './roles.ts';

/** Somebody or something that an article has mentioned so far. */
export interface Mentioned {
  start: number;
  sentence: number;
  entity: Entity;
  isSubject: boolean;
  /** Whether it is the subject of a verb of speech. */
  speaks: boolean;
  isPronoun: boolean;
  /** Whether the person is named here for the first time, in full. */
  isFirst: boolean;
}

/** Whom a pronoun or a description refers to, and how far ahead of all others. */
export interface Antecedent<Kind extends Entity = Entity> {
  entity: Kind;
  /** In points of the score below; `Infinity` if nobody else comes into question. */
  margin: number;
  /** The words of a name that several people share, if these say no more. */
  words?: readonly string[];
}

/** How many sentences back to look for the name of a pronoun. */
const MEMORY = 12;
/** How many sentences back "it" and "they" refer. */
const MEMORY_OF_IT = 3;

/**
 * The person that "he" or "she" refers to: preferably one mentioned recently and often, as a subject, as a speaker, by
 * a pronoun, or just introduced. The numbers were set by hand.
 */
export function personMeant(
  mentioned: readonly Mentioned[],
  sentence: number,
  pronoun: 'he' | 'she',
): Antecedent<Person | Somebody> | null {
  return best(mentioned, sentence, MEMORY, (mention, back, seen) => {
    const { entity } = mention;
    if (entity.kind === 'body' || !canBe(entity, pronoun)) return null;
    const isPerson = entity.kind === 'person';
    return (
      -1.2 * Math.min(back, 6) +
      points(mention) +
      (mention.isPronoun ? 1 : 0) +
      (mention.isFirst && back <= 2 ? 1.5 : 0) +
      (entity.gender ? 1.5 : isPerson ? (isLikePerson(entity) ? 0.5 : -4) : 0) +
      (isPerson ? Math.min(entity.count, 10) * 0.08 : -1.5) -
      seen * 0.3
    );
  });
}

/** Whether "he" or "she" may refer to somebody. */
export function canBe(entity: Person | Somebody, pronoun: Gender): boolean {
  if (entity.gender && entity.gender !== pronoun) return false;
  return entity.kind === 'person' ? !entity.isDead : !entity.isPlural;
}

/** What "it" or "they" refers to: a body; for "they" also several people. */
export function bodyMeant(
  mentioned: readonly Mentioned[],
  sentence: number,
  pronoun: 'it' | 'they',
): Antecedent<Body | Somebody> | null {
  return best(mentioned, sentence, MEMORY_OF_IT, (mention, back, seen) => {
    const { entity } = mention;
    if (entity.kind === 'person' || (entity.kind === 'somebody' && (pronoun === 'it' || !entity.isPlural))) return null;
    return -1.2 * back + points(mention) + (mention.isPronoun ? 1 : 0) - seen * 0.3;
  });
}

/** The one whom a description with an article refers to: "the minister", after "Foreign Minister Eli Marsh". */
export function roleMeant(
  mentioned: readonly Mentioned[],
  people: readonly Person[],
  role: Role,
  sentence: number,
): Antecedent<Person | Somebody> | null {
  const fits = (person: Person): boolean => !person.gender || !role.gender || person.gender === role.gender;
  const fitting = new Map<Person | Somebody, number>();
  for (const person of people) {
    const fit = Math.max(0, ...person.roles.map((own) => fitOf(role, own)));
    if (fit > 0 && fits(person)) fitting.set(person, fit);
  }
  for (const { entity } of mentioned) {
    if (entity.kind !== 'somebody' || !entity.role) continue;
    const fit = fitOf(role, entity.role);
    if (fit >= 2) fitting.set(entity, Math.max(fit - 0.25, fitting.get(entity) ?? 0));
  }
  const last = new Map(mentioned.map(({ entity, sentence: at }) => [entity, at]));
  const scored = [...fitting].map(([entity, fit]) => {
    const back = sentence - (last.get(entity) ?? sentence + MEMORY);
    return { entity, score: 2 * fit - 0.1 * Math.min(Math.abs(back), MEMORY) };
  });
  scored.sort((a, b) => b.score - a.score);
  const [first, second] = scored;
  if (!first) return null;
  const isLoose = (fitting.get(first.entity) ?? 0) < 2;
  return { entity: first.entity, margin: isLoose ? 0 : first.score - (second?.score ?? -Infinity) };
}

const points = ({ isSubject, speaks }: Mentioned): number => (isSubject ? 1.5 : 0) + (speaks ? 1 : 0);

/**
 * The mentioned entity with the best score.
 *
 * @param scoreOf returns `null` for what does not come into question; `seen` counts those mentioned since
 */
function best<Kind extends Entity>(
  mentioned: readonly Mentioned[],
  sentence: number,
  memory: number,
  scoreOf: (mention: Mentioned, back: number, seen: number) => number | null,
): Antecedent<Kind> | null {
  const scores = new Map<Entity, number>();
  for (let index = mentioned.length - 1; index >= 0; index--) {
    const mention = mentioned[index] as Mentioned;
    const back = sentence - mention.sentence;
    if (back > memory) break;
    const score = scoreOf(mention, back, scores.has(mention.entity) ? 0 : scores.size);
    if (score !== null) scores.set(mention.entity, Math.max(score, scores.get(mention.entity) ?? -Infinity));
  }
  const [first, second] = [...scores].sort(([, a], [, b]) => b - a);
  return first ? { entity: first[0] as Kind, margin: first[1] - (second?.[1] ?? -Infinity) } : null;
}
