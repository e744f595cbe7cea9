import type { SpeakerId } from '../base/ids.ts';
import slugify from '@sindresorhus/slugify';
import type { Day } from '../base/day.ts';

/** A speaker as the archive knows one, for finding whom a name means. */
export interface KnownSpeaker {
  id: SpeakerId;
  name: string;
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
  readonly #withRoles = new Set<SpeakerId>();

  constructor(speakers: Iterable<KnownSpeaker> = []) {
    for (const speaker of speakers) this.add(speaker);
  }

  /** Adds a speaker, or what is new about one. */
  add(speaker: KnownSpeaker): void {
    const { id, name, otherNames, roles } = speaker;
    if (roles.length > 0) this.#withRoles.add(id);
    this.#byId.set(id, speaker);
    for (const one of [name, ...otherNames]) addTo(this.#byName, fold(one), id);
    if (isPersonName(name)) addTo(this.#bySurname, fold(name.split(/\s+/).at(-1) ?? ''), id);
  }

  has(id: SpeakerId): boolean {
    return this.#byId.has(id);
  }

  get(id: SpeakerId): KnownSpeaker | undefined {
    return this.#byId.get(id);
  }

  /** Those of whom a name is written down. */
  named(name: string): KnownSpeaker[] {
    return this.#all(this.#byName.get(fold(name)));
  }

  /** Those whose display name ends in a surname. */
  ofSurname(surname: string): KnownSpeaker[] {
    const wanted = fold(surname);
    return this.#all(this.#bySurname.get(wanted)).filter(({ name }) => fold(name.split(/\s+/).at(-1) ?? '') === wanted);
  }

  withRoles(): KnownSpeaker[] {
    return this.#all(this.#withRoles);
  }

  #all(ids: ReadonlySet<SpeakerId> = new Set()): KnownSpeaker[] {
    return [...ids].flatMap((id) => this.#byId.get(id) ?? []);
  }
}

function addTo(ids: Map<string, Set<SpeakerId>>, key: string, id: SpeakerId): void {
  const set = ids.get(key);
  if (set) set.add(id);
  else ids.set(key, new Set([id]));
}

/** Whom the words of a source mean. */
export type Identity =
  /** One whom the archive knows; `by` tells how, if it was not by a recorded name. */
  | { kind: 'known'; id: SpeakerId; by: 'name' | 'surname' | 'other form' | 'role' }
  /** A name that nobody has yet. */
  | { kind: 'new'; id: SpeakerId; name: string; isPerson: boolean }
  /** Several whom it may mean. */
  | { kind: 'open'; among: string[] }
  /** A mere description. */
  | { kind: 'nobody' };

/** Words that end the names of bodies. */
const BODY =
  /\b(?:government|ministry|department|office|party|committee|council|commission|court|agency|bureau|company|group|organi[sz]ation|union|association|foundation|network|newspaper|house|senate|congress|parliament|university|institute|cent(?:er|re)|police|campaign|times|post|journal|news|bank|army|administration|embassy|society|club|federation|alliance|coalition)\b/i;

/** Whether a name is a person's, not that of a body. */
export const isPersonName = (name: string): boolean => !BODY.test(name);

const NAME_WORD = /^(?:\p{Lu}[\p{L}\p{M}.'’-]*|of|the|and|for|de|van|von|der|la|bin|al|el|di|da)$/u;

/**
 * Finds the speaker that a name means, as an article gives it in full: by a name or alias that is written down, by the
 * same first and last name, by a surname that only one speaker has, or by a role held on the day ("the Russian foreign
 * minister"). Two people of one surname are never taken for one another.
 *
 * @param name the name, or the words of a source that names nobody: these may be an alias or a role, and make no speaker
 */
export function identifySpeaker(name: string, isName: boolean, known: KnownSpeakers, day: Day): Identity {
  const byName = oneOf(known.named(name), 'name');
  if (byName) return byName;
  const words = name.replace(/^the /i, '').split(/\s+/);
  const isWhole = isName && words.every((word) => NAME_WORD.test(word)) && /^\p{Lu}/u.test(words[0] ?? '');
  if (!isWhole)
    return (
      oneOf(
        known.withRoles().filter((speaker) => holdsRole(speaker, name, day)),
        'role',
      ) ?? { kind: 'nobody' }
    );

  const isPerson = isPersonName(name);
  const people = isPerson ? known.ofSurname(words.at(-1) ?? '') : [];
  if (words.length === 1) {
    const bySurname = oneOf(people, 'surname');
    if (bySurname) return bySurname;
  }
  const sameForm = people.filter((speaker) => isSameFirstName(speaker.name.split(/\s+/), words));
  const byForm = oneOf(sameForm, 'other form');
  if (byForm) return byForm;
  const id = slugify(words.join(' ')) as SpeakerId;
  if (id === '' || known.has(id)) return { kind: 'open', among: [id] };
  return { kind: 'new', id, name: words.join(' '), isPerson };
}

function oneOf(speakers: readonly KnownSpeaker[], by: 'name' | 'surname' | 'other form' | 'role'): Identity | null {
  const [first, ...others] = speakers;
  if (!first) return null;
  return others.length === 0
    ? { kind: 'known', id: first.id, by }
    : { kind: 'open', among: speakers.map(({ id }) => id) };
}

/** "Joseph R. Biden" and "Joe Biden" are not one by this; "J. Biden" and "Joseph Biden" are, and a bare surname is any. */
function isSameFirstName(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 1 || b.length === 1) return a.length === 1 && b.length > 1;
  const [x, y] = [fold(a[0] ?? '').replace('.', ''), fold(b[0] ?? '').replace('.', '')];
  return x === y || (x.length === 1 && y.startsWith(x)) || (y.length === 1 && x.startsWith(y));
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
