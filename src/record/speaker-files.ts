import type { SpeakerId } from '../base/ids.ts';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import slugify from '@sindresorhus/slugify';
import { parseDocument, stringify } from 'yaml';
import { speakerAddress } from '../text/address.ts';
import { isSlug, LONGEST_SLUG } from '../base/slug.ts';
import type { Ledger } from '../content/ledger.ts';
import { shownPath } from '../base/settings.ts';
import { speakerIds } from '../content/speakers.ts';
import { speakerSchema } from '../content/speaker-file.ts';
import type { Speaker } from '../content/types.ts';
import type { Day } from '../base/day.ts';
import { identifySpeaker, isPersonName, KnownSpeakers } from './identify.ts';
import { createFile, replaceFile } from '../base/write-file.ts';

/** The speakers of an archive while it is recorded: finds whom a name means, and makes files for new ones. */
export class SpeakerFiles {
  readonly #folder: string;
  readonly #ledger: Ledger;
  /** All speakers with their files, kept up to date. */
  readonly #speakers: Map<SpeakerId, Speaker>;
  readonly #known: KnownSpeakers;
  /** Those whose files the program made, and may add names to. */
  readonly #own: Set<SpeakerId>;
  readonly #ids: Map<SpeakerId, SpeakerId>;
  readonly #deleted: ReadonlySet<SpeakerId>;
  /** What was decided beyond names that are written down, once for each name: for the editor to look at. */
  readonly merged = new Set<string>();
  readonly made: string[] = [];
  readonly open = new Set<string>();

  /** @param named ids that records name: one whose file was deleted is not made again for a name that is read */
  constructor(content: string, speakers: readonly Speaker[], ledger: Ledger, named: Iterable<SpeakerId> = []) {
    this.#folder = join(content, 'speakers');
    this.#ledger = ledger;
    this.#speakers = new Map(speakers.map((speaker) => [speaker.id, speaker]));
    this.#known = new KnownSpeakers(speakers);
    this.#own = new Set(speakers.filter(({ madeBy }) => madeBy === 'record').map(({ id }) => id));
    this.#ids = speakerIds(speakers);
    this.#deleted = new Set([...named].filter((id) => !this.#ids.has(id)));
  }

  /**
   * The id of the speaker whom a name, or the words of a source, mean; `isPlain` where the name is written down. `null` where it means nobody
   * that can be named, or several.
   */
  find(name: string, isName: boolean, day: Day): { id: SpeakerId; isPlain: boolean } | null {
    const identity = identifySpeaker(name, isName, this.#known, day);
    switch (identity.kind) {
      case 'known': {
        const id = this.#ids.get(identity.id) ?? identity.id;
        if (identity.by === 'other form') this.#see(identity.id, name);
        if (identity.by !== 'name') this.merged.add(`\`${name}\` is taken for \`${id}\`, by ${identity.by}.`);
        return { id, isPlain: identity.by === 'name' };
      }
      case 'new':
        return this.#make(identity.id, identity.name, identity.isPerson) ? { id: identity.id, isPlain: true } : null;
      case 'open':
        this.open.add(`\`${name}\` may be any of: ${identity.among.join(', ')}.`);
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

  /** Makes a file for a speaker whom an editor named by an id that nobody has yet; `false` if that cannot be. */
  accept(id: SpeakerId): boolean {
    if (this.#ids.has(id)) return true;
    const name = id.replace(
      /(^|-)(\p{L})/gu,
      (_, hyphen: string, letter: string) => (hyphen ? ' ' : '') + letter.toUpperCase(),
    );
    return this.#make(id, name, true, true);
  }

  /** Makes a file for a name that an editor accepted; `null` if its id is that of another speaker, or is none. */
  acceptName(name: string): SpeakerId | null {
    const id = slugify(name) as SpeakerId;
    return !this.#ids.has(id) && this.#make(id, name, isPersonName(name)) ? id : null;
  }

  /** Adds a form of a name to a file that the program made; a bare surname gives way to the full name. */
  #see(id: SpeakerId, name: string): void {
    const known = this.#speakers.get(id);
    if (!known || !this.#own.has(id)) return;
    const isFuller = !known.name.includes(' ');
    const names = isFuller ? [known.name, ...known.otherNames] : [...known.otherNames, name];
    const shown = isFuller ? name : known.name;
    this.#keep({ ...known, name: shown, otherNames: names });
    const path = join(this.#folder, `${id}.yaml`);
    const document = parseDocument(readFileSync(path, 'utf8'));
    document.set('name', shown);
    document.set('otherNames', document.createNode(names));
    replaceFile(path, document.toString({ lineWidth: 0 }));
  }

  #keep(speaker: Speaker): void {
    this.#speakers.set(speaker.id, speaker);
    this.#known.add(speaker);
  }

  /** @param isAgain whether the id may be one that was in use: an editor says that it is the same speaker */
  #make(id: SpeakerId, name: string, isPerson: boolean, isAgain = false): boolean {
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
    const file = { name, kind: isPerson ? 'person' : 'organisation', madeBy: 'record' };
    createFile(path, stringify(file, { lineWidth: 0 }));
    this.#keep({ ...speakerSchema.parse(file), id, file: shownPath(path) });
    this.#own.add(id);
    this.#ids.set(id, id);
    this.made.push(shownPath(path));
    return true;
  }
}
