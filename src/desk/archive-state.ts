import { join } from 'node:path';
import { digestOf, statOf } from '../catalogue/file-state.ts';
import type { ArchiveFile } from '../content/archive-file.ts';
import { FORMER_FILE, readFormerFile } from '../content/former.ts';
import { articleAddresses, type Ledger, listLedger, readLedger } from '../content/ledger.ts';
import { readArchiveFile } from '../content/read-archive.ts';
import { checkSpeakers, listSpeakers, readSpeaker, speakerIds } from '../content/speakers.ts';
import type { Speaker } from '../content/types.ts';
import type { SpeakerId } from '../base/ids.ts';
import type { Problem } from '../base/problem.ts';
import { KnownSpeakers } from '../record/identify.ts';
import { WithdrawnNames } from '../record/withdrawn-names.ts';
import type { Address } from '../text/address.ts';

/** The speakers whose files can be read. */
interface SpeakersNow {
  list: Speaker[];
  byId: Map<SpeakerId, Speaker>;
  /** Whom each id means. */
  ids: Map<SpeakerId, SpeakerId>;
  known: KnownSpeakers;
}

/** What the desk knows of an archive besides its articles; each file is read again when it changed. */
export class ArchiveState {
  readonly #content: string;
  readonly archive: ArchiveFile;
  readonly #speakers = new Map<string, { stat: string; speaker: Speaker | null; problems: Problem[] }>();
  #linkProblems: Problem[] = [];
  #read: { stat: string; ledger: Ledger; addresses: Address[]; withdrawn: WithdrawnNames; problems: Problem[] } | null =
    null;
  #sorted: SpeakersNow | null = null;

  constructor(content: string) {
    this.#content = content;
    this.archive = readArchiveFile(content);
    this.refresh();
  }

  /** The language of an article that names none. */
  get language(): string {
    return this.archive.languages[0] ?? 'en';
  }

  /** Reads what changed since the last time. */
  refresh(): void {
    const { files, problems } = listSpeakers(this.#content);
    this.#linkProblems = problems;
    const gone = new Set(this.#speakers.keys());
    for (const path of files) {
      gone.delete(path);
      this.#readSpeaker(path);
    }
    for (const path of gone) this.#forget(path);
    const ledgerFiles = [...listLedger(join(this.#content, 'ledger')).files, join(this.#content, FORMER_FILE)];
    const stat = `${ledgerFiles.join('\n')}\n${statOf(ledgerFiles)}`;
    if (this.#read?.stat === stat) return;
    const { ledger, problems: unread } = readLedger(this.#content);
    const former = readFormerFile(this.#content);
    this.#read = {
      stat,
      ledger,
      addresses: articleAddresses(ledger),
      withdrawn: new WithdrawnNames(former?.value ?? null),
      problems: [...unread, ...(former?.problems ?? [])],
    };
  }

  /** Reads a speaker's file again after it was changed or removed. */
  refreshSpeaker(path: string): void {
    if (statOf([path]) === '') this.#forget(path);
    else this.#readSpeaker(path);
  }

  get speakers(): readonly Speaker[] {
    return this.#all().list;
  }

  /** A speaker by an id that it has. */
  speaker(id: SpeakerId): Speaker | undefined {
    return this.#all().byId.get(id);
  }

  /** Whom each id that speakers have or had means. */
  get ids(): ReadonlyMap<SpeakerId, SpeakerId> {
    return this.#all().ids;
  }

  /** All ids that a speaker has or had. */
  idsOf(id: string): string[] {
    const meant = this.idOf(id);
    return [id, ...[...this.#all().ids].flatMap(([other, one]) => (one === meant && other !== id ? [other] : []))];
  }

  /** The id that a speaker has now, of one that it has or had. */
  idOf(id: string): SpeakerId {
    return this.#all().ids.get(id as SpeakerId) ?? (id as SpeakerId);
  }

  /** The speakers by their names. */
  get known(): KnownSpeakers {
    return this.#all().known;
  }

  get ledger(): Ledger {
    return this.#read?.ledger ?? new Map();
  }

  /** The addresses of articles that were released. */
  get addresses(): readonly Address[] {
    return this.#read?.addresses ?? [];
  }

  get withdrawn(): WithdrawnNames {
    return this.#read?.withdrawn ?? new WithdrawnNames(null);
  }

  /** What is wrong with the files of speakers, the ledger and former addresses. */
  get problems(): Problem[] {
    const own = [...this.#speakers.values()].flatMap(({ problems }) => problems);
    return [...this.#linkProblems, ...own, ...checkSpeakers(this.speakers), ...(this.#read?.problems ?? [])];
  }

  #readSpeaker(path: string): void {
    const stat = statOf([path]);
    if (this.#speakers.get(path)?.stat === stat) return;
    this.#speakers.set(path, { stat, ...readSpeaker(path) });
    this.#sorted = null;
  }

  #forget(path: string): void {
    this.#speakers.delete(path);
    this.#sorted = null;
  }

  #all(): SpeakersNow {
    if (this.#sorted) return this.#sorted;
    const list = [...this.#speakers.values()].flatMap(({ speaker }) => speaker ?? []);
    list.sort((a, b) => (a.id < b.id ? -1 : 1));
    const byId = new Map(list.map((one) => [one.id, one]));
    return (this.#sorted = { list, byId, ids: speakerIds(list), known: new KnownSpeakers(list) });
  }
}

/** A digest of files, by which a page knows that they are as they were shown. */
export const versionOf = (paths: readonly string[]): string => digestOf(paths).slice(0, 16);
