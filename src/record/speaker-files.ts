import type { SpeakerId } from '../base/ids.ts';
import { join } from 'node:path';
import { parseDocument, stringify } from 'yaml';
import { speakerAddress } from '../text/address.ts';
import { isSlug, LONGEST_SLUG, slugOf } from '../base/slug.ts';
import type { Ledger } from '../content/ledger.ts';
import { shownPath } from '../base/settings.ts';
import { speakerIds } from '../content/speakers.ts';
import { speakerSchema } from '../content/speaker-file.ts';
import type { RecordedStatement } from '../content/record-file.ts';
import type { Speaker } from '../content/types.ts';
import type { Day } from '../base/day.ts';
import { type GivenName, type Identity, identifyRole, identifySpeaker, KnownSpeakers } from './identify.ts';
import { AT_ONCE, type ContentFiles } from './content-files.ts';
import { kindOfName } from '../find/people/head.ts';

/** What is known of an archive's speakers, and how their files are changed. */
interface Known {
  speakers: readonly Speaker[];
  ledger: Ledger;
  /**
   * Statements of records: an id that they name and whose file was deleted is not made again for a name that is read.
   */
  recorded?: readonly Pick<RecordedStatement, 'speaker' | 'role'>[];
  files?: ContentFiles;
}

/** The speakers of an archive while it is recorded: finds whom a name means, and makes files for new ones. */
export class SpeakerFiles {
  readonly #files: ContentFiles;
  readonly #folder: string;
  readonly #ledger: Ledger;
  /** All speakers with their files, kept up to date. */
  readonly #speakers: Map<SpeakerId, Speaker>;
  /** The speakers by their names; made when one is looked for. */
  #byName: KnownSpeakers | null = null;
  readonly #recorded: NonNullable<Known['recorded']>;
  /** Those whose files the program made, and may add names to. */
  readonly #own: Set<SpeakerId>;
  readonly #ids: Map<SpeakerId, SpeakerId>;
  readonly #deleted: ReadonlySet<SpeakerId>;
  /** What was decided beyond names that are written down, once for each name: for the editor to look at. */
  readonly merged = new Set<string>();
  readonly made: string[] = [];
  readonly open = new Set<string>();
  /** Roles that articles name and no file has. */
  readonly roles = new Set<string>();

  constructor(content: string, { speakers, ledger, recorded = [], files = AT_ONCE }: Known) {
    this.#files = files;
    this.#folder = join(content, 'speakers');
    this.#ledger = ledger;
    this.#speakers = new Map(speakers.map((speaker) => [speaker.id, speaker]));
    this.#recorded = recorded;
    this.#own = new Set(speakers.filter(({ madeBy }) => madeBy === 'record').map(({ id }) => id));
    this.#ids = speakerIds(speakers);
    this.#deleted = new Set(recorded.flatMap(({ speaker }) => (speaker && !this.#ids.has(speaker) ? [speaker] : [])));
  }

  get #known(): KnownSpeakers {
    if (this.#byName) return this.#byName;
    const known = new KnownSpeakers(this.#speakers.values());
    for (const { speaker, role } of this.#recorded)
      if (speaker && role) known.addRole(this.#ids.get(speaker) ?? speaker, role);
    return (this.#byName = known);
  }

  /**
   * The speaker whom a name means; `isPlain` if the name is written down. `null` if it means several, or nobody yet.
   *
   * @param makes whether a new name becomes a speaker
   */
  find(given: GivenName, makes: boolean): { id: SpeakerId; isPlain: boolean } | null {
    const identity = identifySpeaker(given, this.#known);
    const found = this.#settle(identity, given.name, makes ? given.kind : null);
    // A role nothing like those that are known may be that of somebody else: it is not remembered.
    if (found?.isPlain && given.role !== null) this.#meetRole(found.id, given.role);
    return found;
  }

  /** Remembers a role, and proposes it if the speaker's file does not have it. */
  #meetRole(id: SpeakerId, role: string): void {
    this.#known.addRole(id, role);
    const recorded = this.#speakers.get(id)?.roles ?? [];
    const isRecorded = recorded.some(({ title }) => role.toLowerCase().includes(title.toLowerCase()));
    if (!isRecorded) this.roles.add(`\`${id}\`: ${role}`);
  }

  /** The speaker who held a described role on a day, or of whom the description is an alias; `null` if nobody did. */
  findRole(description: string, day: Day): { id: SpeakerId; isPlain: boolean } | null {
    return this.#settle(identifyRole(description, this.#known, day), description, null);
  }

  #settle(
    identity: Identity,
    name: string,
    made: GivenName['kind'] | null,
  ): { id: SpeakerId; isPlain: boolean } | null {
    switch (identity.kind) {
      case 'known': {
        const { by } = identity;
        const id = by === 'other form' ? this.#see(identity.id, name) : identity.id;
        if (by !== 'name') this.merged.add(`\`${name}\` is taken for \`${id}\`, by ${by}.`);
        return { id: this.#ids.get(id) ?? id, isPlain: by === 'name' };
      }
      case 'new': {
        const isMade = made !== null && this.#make(identity.id, identity.name, made);
        return isMade ? { id: identity.id, isPlain: true } : null;
      }
      case 'open':
        this.open.add(`\`${name}\` may be any of: ${identity.among.join(', ')}, or somebody else.`);
        return null;
      case 'nobody':
        return null;
    }
  }

  /** Every speaker, with those made in this run. */
  get all(): Speaker[] {
    return [...this.#speakers.values()];
  }

  /** Whether a speaker has an id, or had it before. */
  has(id: SpeakerId): boolean {
    return this.#ids.has(id);
  }

  /** The id that a speaker has now, of one that it has or had. */
  idOf(id: SpeakerId): SpeakerId {
    return this.#ids.get(id) ?? id;
  }

  /** Makes a file for a speaker whom an editor named by an id that nobody has yet; `false` if that cannot be. */
  accept(id: SpeakerId): boolean {
    if (this.#ids.has(id)) return true;
    const name = id.replace(
      /(^|-)(\p{L})/gu,
      (_, hyphen: string, letter: string) => (hyphen ? ' ' : '') + letter.toUpperCase(),
    );
    return this.#make(id, name, 'person', true);
  }

  /** The speaker whose name a proposed one is, or a new one; `null` if it is that of several, or its id is none. */
  acceptProposed(name: string): SpeakerId | null {
    const [namesake, ...others] = this.#known.named(name);
    if (namesake) return others.length === 0 ? namesake.id : null;
    return this.acceptName(name);
  }

  /** Makes a file for a name that an editor accepted; `null` if its id is that of another speaker, or is none. */
  acceptName(name: string, kind = kindOfName(name)): SpeakerId | null {
    const id = slugOf(name) as SpeakerId;
    return !this.#ids.has(id) && this.#make(id, name, kind) ? id : null;
  }

  /**
   * Adds a form of a name to a file that the program made. A bare surname gives way to the full name, and the file to one
   * of that name: the id that it had leads on.
   *
   * @returns the id that the speaker has now
   */
  #see(id: SpeakerId, name: string): SpeakerId {
    const known = this.#speakers.get(id);
    if (!known || !this.#own.has(id)) return id;
    const isFuller = !known.name.includes(' ');
    const fuller = slugOf(name) as SpeakerId;
    const isFree = isSlug(fuller) && !this.#ids.has(fuller) && !this.#ledger.has(speakerAddress(fuller));
    const now = isFuller && isFree ? fuller : id;
    const otherNames = isFuller ? [known.name, ...known.otherNames] : [...known.otherNames, name];
    const formerly = now === id ? known.formerly : [id, ...known.formerly];
    const path = join(this.#folder, `${id}.yaml`);
    const document = parseDocument(this.#files.read(path));
    document.set('name', isFuller ? name : known.name);
    document.set('otherNames', document.createNode(otherNames));
    if (formerly.length > 0) document.set('formerly', document.createNode(formerly));
    const written = join(this.#folder, `${now}.yaml`);
    this.#files.write(written, document.toString({ lineWidth: 0 }));
    if (now !== id) this.#rename(id, now, path);
    const shown = isFuller ? name : known.name;
    this.#keep({ ...known, id: now, file: shownPath(written), name: shown, otherNames, formerly });
    return now;
  }

  #rename(id: SpeakerId, now: SpeakerId, path: string): void {
    this.#files.remove(path);
    this.#speakers.delete(id);
    this.#byName?.delete(id);
    this.#own.delete(id);
    this.#own.add(now);
    this.#ids.set(now, now);
    for (const [other, means] of this.#ids) if (means === id) this.#ids.set(other, now);
    this.made.push(`${shownPath(path)}: now ${now}`);
  }

  #keep(speaker: Speaker): void {
    this.#speakers.set(speaker.id, speaker);
    this.#byName?.add(speaker);
  }

  /** @param isAgain whether the id may be one that was in use: an editor says that it is the same speaker */
  #make(id: SpeakerId, name: string, kind: GivenName['kind'], isAgain = false): boolean {
    if (!isSlug(id)) {
      const rule = `an id has lower-case ASCII words and hyphens, at most ${LONGEST_SLUG} characters`;
      this.open.add(`\`${name}\` would be \`${id}\`: ${rule}. Name the speaker by hand.`);
      return false;
    }
    const wasUsed = this.#deleted.has(id) || this.#ledger.has(speakerAddress(id));
    if (this.#ids.has(id) || (wasUsed && !isAgain)) {
      this.open.add(`\`${name}\` would be \`${id}\`, an address that was in use before. Name the speaker by hand.`);
      return false;
    }
    const path = join(this.#folder, `${id}.yaml`);
    const file = { name, kind, madeBy: 'record' };
    this.#files.create(path, stringify(file, { lineWidth: 0 }));
    this.#keep({ ...speakerSchema.parse(file), id, file: shownPath(path) });
    this.#own.add(id);
    this.#ids.set(id, id);
    this.made.push(shownPath(path));
    return true;
  }
}
