import type { Day } from '../base/day.ts';
import type { SpeakerId } from '../base/ids.ts';
import { slugOf } from '../base/slug.ts';
import { isSameBody, readBodyName } from '../find/people/bodies.ts';
import { genderOfRole } from '../find/people/roles.ts';
import { mayBeOne, spellingKey } from './name-forms.ts';

/** A speaker as the archive knows one, for finding whom a name means. */
export interface KnownSpeaker {
  id: SpeakerId;
  name: string;
  kind: 'person' | 'organisation';
  otherNames: readonly string[];
  roles: readonly {
    title: string;
    organisation?: string | undefined;
    from?: string | undefined;
    to?: string | undefined;
  }[];
}

/** The speakers of an archive, by their names. */
export class KnownSpeakers {
  readonly #byId = new Map<SpeakerId, KnownSpeaker>();
  readonly #byName = new Map<string, Set<SpeakerId>>();
  readonly #bySurname = new Map<string, Set<SpeakerId>>();
  readonly #bySpelling = new Map<string, Set<SpeakerId>>();
  /** Bodies by their noun: "ministry". */
  readonly #byNoun = new Map<string, Set<SpeakerId>>();
  readonly #withRoles = new Set<SpeakerId>();
  /** What articles and files say that somebody is. */
  readonly #roles = new Map<SpeakerId, Set<string>>();

  constructor(speakers: Iterable<KnownSpeaker> = []) {
    for (const speaker of speakers) this.add(speaker);
  }

  /** Adds a speaker, or what is new about one. */
  add(speaker: KnownSpeaker): void {
    const { id, name, kind, otherNames, roles } = speaker;
    if (roles.length > 0) this.#withRoles.add(id);
    for (const { title } of roles) this.addRole(id, title);
    this.#byId.set(id, speaker);
    for (const one of [name, ...otherNames]) {
      addTo(this.#byName, fold(one), id);
      if (kind === 'person') addTo(this.#bySpelling, surnameOf(spellingKey(one)), id);
      else addTo(this.#byNoun, readBodyName(one.split(/\s+/)).noun, id);
    }
    if (kind === 'person') addTo(this.#bySurname, fold(surnameOf(name)), id);
  }

  /** Remembers a role under which an article names a speaker. */
  addRole(id: SpeakerId, role: string): void {
    const words = this.#roles.get(id) ?? new Set();
    for (const word of wordsOfRole(role)) words.add(word);
    this.#roles.set(id, words);
  }

  /** Forgets a speaker whose id changed; the names stay, of whoever has them. */
  delete(id: SpeakerId): void {
    this.#byId.delete(id);
    this.#withRoles.delete(id);
  }

  has(id: SpeakerId): boolean {
    return this.#byId.has(id);
  }

  /** Those of whom a name is written down. */
  named(name: string): KnownSpeaker[] {
    return this.#all(this.#byName.get(fold(name)));
  }

  /** Those whose display name ends in a surname. */
  ofSurname(surname: string): KnownSpeaker[] {
    const wanted = fold(surname);
    return this.#all(this.#bySurname.get(wanted)).filter(({ name }) => fold(surnameOf(name)) === wanted);
  }

  /** The people one of whose names may be another spelling of a name. */
  spelledLike(name: string): KnownSpeaker[] {
    const key = spellingKey(name);
    const isLike = (one: string): boolean => mayBeOne(key, spellingKey(one));
    return this.#all(this.#bySpelling.get(surnameOf(key))).filter((known) =>
      [known.name, ...known.otherNames].some(isLike),
    );
  }

  /** The bodies one of whose names is another form of a name: "Russia's foreign ministry". */
  bodiesLike(name: string): KnownSpeaker[] {
    const wanted = readBodyName(name.split(/\s+/));
    if (wanted.noun === '') return [];
    const isLike = (one: string): boolean => {
      const own = readBodyName(one.split(/\s+/));
      return isSameBody(own, wanted) && own.country === wanted.country && own.about.size === wanted.about.size;
    };
    return this.#all(this.#byNoun.get(wanted.noun)).filter(({ name: one, otherNames }) =>
      [one, ...otherNames].some(isLike),
    );
  }

  withRoles(): KnownSpeaker[] {
    return this.#all(this.#withRoles);
  }

  /** Whether a role is nothing like what is known of somebody: "no" where too little is. */
  isOtherRole(id: SpeakerId, role: string | null): boolean {
    const known = this.#roles.get(id);
    if (!known || known.size === 0 || role === null) return false;
    return !wordsOfRole(role).some((word) => known.has(word));
  }

  /** Whether a role says that somebody is a woman whom others say is a man, or the reverse. */
  isOtherGender(id: SpeakerId, role: string | null): boolean {
    const [gender] = wordsOfRole(role ?? '').flatMap((word) => genderOfRole(word) ?? []);
    const known = [...(this.#roles.get(id) ?? [])].flatMap((word) => genderOfRole(word) ?? []);
    return gender !== undefined && known.length > 0 && !known.includes(gender);
  }

  #all(ids: ReadonlySet<SpeakerId> = new Set()): KnownSpeaker[] {
    return [...ids].flatMap((id) => this.#byId.get(id) ?? []);
  }
}

const surnameOf = (name: string): string => name.split(/\s+/).at(-1) ?? '';

const wordsOfRole = (role: string): string[] =>
  fold(role)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2 && !/^(?:the|and|for|former|then|acting|deputy|senior|chief)$/.test(word));

function addTo(ids: Map<string, Set<SpeakerId>>, key: string, id: SpeakerId): void {
  const set = ids.get(key);
  if (set) set.add(id);
  else ids.set(key, new Set([id]));
}

/** Whom the words of a source mean. */
export type Identity =
  /** One whom the archive knows; `by` tells how, if it was not by a recorded name. */
  | { kind: 'known'; id: SpeakerId; by: 'name' | 'surname' | 'other form' | 'role' | 'name in another role' }
  /** A name that nobody has yet. */
  | { kind: 'new'; id: SpeakerId; name: string }
  /** Several whom it may mean, or one who may be somebody else. */
  | { kind: 'open'; among: string[] }
  /** A mere description. */
  | { kind: 'nobody' };

/** A name as an article gives it in full. */
export interface GivenName {
  name: string;
  kind: 'person' | 'organisation';
  /** What the article says that the person is. */
  role: string | null;
}

const NAME_WORD =
  /^(?:\p{Lu}[\p{L}\p{M}\p{N}.'’&-]*|of|the|and|for|on|de|van|von|der|la|bin|al|el|di|da|du|den|ter|ibn|del|&)$/u;

/**
 * Finds the speaker that a name means: by a name or alias that is written down, by the same first and last name, by a
 * surname that only one speaker has, or by another form of a body's name. Two people of one surname are never taken for
 * one another, and what may be another spelling of a known name is left open.
 */
export function identifySpeaker({ name, kind, role }: GivenName, known: KnownSpeakers): Identity {
  const [namesake, ...more] = known.named(name);
  if (namesake && more.length === 0) {
    if (known.isOtherGender(namesake.id, role)) return { kind: 'open', among: [namesake.id] };
    return {
      kind: 'known',
      id: namesake.id,
      by: known.isOtherRole(namesake.id, role) ? 'name in another role' : 'name',
    };
  }
  if (namesake) return openAmong([namesake, ...more]);
  const words = name.replace(/^the /i, '').split(/\s+/);
  if (kind === 'organisation') {
    const byForm = oneOf(known.bodiesLike(name), 'other form');
    if (byForm) return byForm;
  }
  const isWhole = words.every((word) => NAME_WORD.test(word)) && /^\p{Lu}|^\p{Ll}+ \p{Lu}/u.test(words.join(' '));
  if (!isWhole) return { kind: 'nobody' };
  if (kind === 'person') {
    const people = known.ofSurname(words.at(-1) ?? '');
    if (words.length === 1) {
      const bySurname = oneOf(people, 'surname');
      if (bySurname) return bySurname;
    }
    const sameForm = people.filter((speaker) => isSameFirstName(speaker.name.split(/\s+/), words));
    const byForm = oneOf(sameForm, 'other form');
    if (byForm) return byForm;
    const alike = words.length > 1 ? known.spelledLike(name) : [];
    if (alike.length > 0) return openAmong(alike);
  }
  const id = slugOf(words.join(' ')) as SpeakerId;
  if (id === '' || known.has(id)) return { kind: 'open', among: [id] };
  return { kind: 'new', id, name: words.join(' ') };
}

/** Finds the speaker who held a described role on a day: "the Russian foreign minister". */
export function identifyRole(description: string, known: KnownSpeakers, day: Day): Identity {
  const named = oneOf(known.named(description), 'name');
  if (named) return named;
  const holders = known.withRoles().filter((speaker) => holdsRole(speaker, description, day));
  return oneOf(holders, 'role') ?? { kind: 'nobody' };
}

const openAmong = (speakers: readonly KnownSpeaker[]): Identity => ({
  kind: 'open',
  among: speakers.map(({ id }) => id),
});

function oneOf(speakers: readonly KnownSpeaker[], by: Extract<Identity, { kind: 'known' }>['by']): Identity | null {
  const [first, ...others] = speakers;
  if (!first) return null;
  return others.length === 0 ? { kind: 'known', id: first.id, by } : openAmong(speakers);
}

/** "Joseph R. Biden" and "Joseph Biden" are one by this; "Joe Biden" is not, and a bare surname is any. */
function isSameFirstName(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 1 || b.length === 1) return a.length === 1 && b.length > 1;
  return fold(a[0] ?? '') === fold(b[0] ?? '');
}

/** "the Russian foreign minister" is whoever was minister of foreign affairs of Russia on that day, by the words of the role. */
function holdsRole({ roles }: KnownSpeaker, description: string, day: Day): boolean {
  const words = fold(description).split(/[\s-]+/);
  if (words.includes('former') || words.includes('ex')) return false;
  const has = (word: string): boolean =>
    words.some((other) => other === word || (word.length >= 4 && other.startsWith(word.slice(0, -1))));
  return roles.some(({ title, organisation, from, to }) => {
    const isHeld = (!from || day.slice(0, from.length) >= from) && (!to || day.slice(0, to.length) <= to);
    const wanted = fold(`${title} ${organisation ?? ''}`)
      .split(/[\s,-]+/)
      .filter((word) => word !== '' && !/^(?:of|the|for|and)$/.test(word));
    return isHeld && organisation !== undefined && wanted.every(has);
  });
}

function fold(name: string): string {
  return name.normalize('NFC').replace(/^the /i, '').replaceAll('’', "'").toLowerCase();
}
