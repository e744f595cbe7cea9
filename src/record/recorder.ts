import { parseStatementId, type StatementId } from '../base/ids.ts';
import { existsSync, rmSync } from 'node:fs';
import { type ArticleSource, withRecordReadAgain } from '../content/article-source.ts';
import { readText } from '../content/content-file.ts';
import { articleAddresses, type Ledger } from '../content/ledger.ts';
import { type ArchiveFiles, type ArchiveFolder, checkArchive, readArchiveFiles } from '../content/read-archive.ts';
import { type Address, statementAddress } from '../text/address.ts';
import { type Day, dayOf } from '../base/day.ts';
import { ContentError, type Problem } from '../base/problem.ts';
import { replaceFile } from '../base/write-file.ts';
import { entryAt, recordText, removeStatement } from './edit-record.ts';
import { formerAddressesOf } from './former-addresses-of.ts';
import { moveStatements } from './move-statements.ts';
import { NewIds } from './new-ids.ts';
import { type Plan, planRecord } from './plan.ts';
import { restoreIds, type Decisions } from './restore-ids.ts';
import { retireAddresses } from './retire-addresses.ts';
import { SpeakerFiles } from './speaker-files.ts';
import { RecordWriter, type WrittenLines } from './write-record.ts';
import { WithdrawnNames } from './withdrawn-names.ts';
import { StatementMaker } from './statement-maker.ts';

/** What a run of `record` did, as lines for the editor. */
export interface Outcome extends WrittenLines {
  articles: number;
  /** New statements that the program does not vouch for, least sure first. */
  unsure: string[];
  retired: string[];
  speakers: { merged: string[]; made: string[]; open: string[]; roles: string[] };
  problems: Problem[];
}

/** Progress is reported each time this many articles have been read. */
const PROGRESS = 100;

/** One run of `record` over an archive. */
export class Recorder {
  readonly #content: string;
  readonly #today: Day;
  readonly #language: string;
  readonly #ledger: Ledger;
  readonly #files: ArchiveFiles;
  readonly #speakers: SpeakerFiles;
  readonly #maker: StatementMaker;
  readonly #ids: Set<StatementId>;
  readonly #writer: RecordWriter;

  constructor(content: string) {
    this.#content = content;
    this.#today = dayOf(new Date());
    this.#files = readArchiveFiles(content);
    const { archive, ledger: read, former, sources, speakers: known } = this.#files;
    const broken = [...read.problems, ...(former?.problems ?? []), ...known.problems];
    if (broken.length > 0) throw new ContentError(broken);
    this.#language = archive.languages[0] ?? 'en';
    const { ledger } = read;
    this.#ledger = ledger;
    const named = sources.articles.flatMap(({ record }) => record?.value?.statements ?? []);
    this.#speakers = new SpeakerFiles(content, { speakers: known.speakers, ledger, recorded: named });
    const withdrawn = new WithdrawnNames(former?.value ?? null);
    this.#maker = new StatementMaker(this.#speakers, withdrawn, this.#language);
    const { articles, orphans } = sources;
    const records = [...articles.map(({ record, recordPath: path }) => ({ record, path })), ...orphans];
    this.#ids = new Set(records.flatMap(idsIn));
    const [speakers, maker, ids] = [this.#speakers, this.#maker, new NewIds(this.#ids, ledger)];
    this.#writer = new RecordWriter({ ledger, speakers, maker, ids, today: this.#today });
  }

  /** Whether an id was published and no record has it. */
  isLost(id: StatementId): boolean {
    return this.#ledger.has(statementAddress(id)) && !this.#ids.has(id);
  }

  /**
   * Brings every record up to date. What the editor has to decide is left as it is.
   *
   * @param options.decisions which place an editor gave to statements whose record is lost
   * @param options.isAgain which articles are searched again although their text did not change
   * @param options.onProgress told how many of all articles were read
   */
  run({
    decisions = new Map(),
    isAgain = () => false,
    onProgress = () => undefined,
  }: {
    decisions?: Decisions;
    isAgain?: (source: ArticleSource) => boolean;
    onProgress?: (done: number, all: number) => void;
  } = {}): Outcome {
    const { sources, former: formerFile } = this.#files;
    const usable = sources.articles.filter(({ problems }) => problems.length === 0);
    const all = new Set([...articleAddresses(this.#ledger), ...usable.map(({ address }) => address)]);
    const former = formerAddressesOf(sources.articles, this.#ledger, formerFile?.value ?? null);
    const forRemoved = [...this.#ledger.keys()].some((address) => {
      const id = statementIn(address);
      return id !== null && !this.#ids.has(id) && !former.isGone(id);
    });
    const plans = usable.map((source, index) => {
      if (usable.length >= PROGRESS && (index + 1) % PROGRESS === 0) onProgress(index + 1, usable.length);
      return planRecord(source, this.#language, [source.address, ...former.of(source)], all, {
        isAgain,
        forRemoved,
      });
    });
    for (const { reconciled, source } of plans)
      reconciled.added = reconciled.added.filter((found) => !this.#maker.isWithheld(source, found));
    dropCopies(plans);
    moveStatements(plans, sources.orphans);
    const ranks = new Map([...this.#ledger.keys()].map((address, index) => [address, index]));
    restoreIds(plans, {
      rank: (id) => ranks.get(statementAddress(id)),
      isUsed: (id) => this.#ids.has(id),
      former,
      articles: articleAddresses(this.#ledger),
      decisions,
    });
    for (const plan of plans) for (const id of plan.ids.values()) this.#ids.add(id);
    this.#checkBack(plans);
    this.#maker.meet(plans.flatMap(({ reconciled, source }) => reconciled.added.map((found) => ({ found, source }))));
    for (const plan of plans) this.#writer.write(plan);
    for (const plan of plans) this.#writer.writeDepartures(plan);
    this.#writeOrphans(plans);

    const archive = this.#checkedAgain();
    // What waits for a decision is not gone.
    const isDecided = plans.every(({ questions }) => questions.length === 0);
    const retired =
      archive.isWhole && isDecided ? retireAddresses(this.#content, formerFile, archive, this.#today) : [];
    const { merged, made, open, roles } = this.#speakers;
    return {
      ...this.#writer.lines,
      articles: usable.length,
      unsure: this.#writer.unsure.toSorted((a, b) => a.confidence - b.confidence).map(({ line }) => line),
      retired,
      speakers: { merged: [...merged], made, open: [...open], roles: [...roles] },
      problems: [
        ...sources.problems.filter(({ file }) => existsSync(file)),
        ...sources.articles.flatMap((source) => source.problems),
      ],
    };
  }

  /** The archive as it is after the run: only the records that were written are read again. */
  #checkedAgain(): ArchiveFolder {
    const { sources } = this.#files;
    const isWritten = (source: ArticleSource): boolean => this.#writer.written.has(source);
    const articles = sources.articles.map((source) => (isWritten(source) ? withRecordReadAgain(source) : source));
    const problems = sources.problems.filter(({ file }) => existsSync(file));
    const speakers = { speakers: this.#speakers.all, problems: [] };
    const files = { ...this.#files, sources: { ...sources, articles, problems }, speakers };
    return checkArchive(files, { content: this.#content, date: null });
  }

  /** What came back is the same only by the same speaker and day; else it is new. */
  #checkBack(plans: readonly Plan[]): void {
    for (const { reconciled, source } of plans) {
      const isSame = ({ entry, found }: (typeof reconciled.back)[number]): boolean =>
        this.#maker.attributionOf(source, found).speaker === entry.speaker &&
        this.#maker.saidOn(source, found)?.said === entry.said;
      const others = reconciled.back.filter((one) => !isSame(one));
      reconciled.back = reconciled.back.filter((one) => !others.includes(one));
      reconciled.added = [...reconciled.added, ...others.map(({ found }) => found)];
    }
  }

  /** A record without an article keeps what did not move; when nothing is left, it has nothing to say. */
  #writeOrphans(plans: readonly Plan[]): void {
    const moved = Map.groupBy(
      plans.flatMap(({ arrivals }) => arrivals),
      ({ document }) => document,
    );
    for (const { record, path } of this.#files.sources.orphans) {
      const { document, value } = record;
      const arrivals = moved.get(document);
      if (!arrivals || !value) continue;
      for (const { entry } of arrivals) removeStatement(document, entry);
      const isEmpty = arrivals.length === value.statements.length && value.gone.length === 0;
      if (isEmpty) rmSync(path);
      else replaceFile(path, recordText(document));
    }
  }
}

/** The ids of a record; of one that cannot be read all that may be ids, since nobody else may get its addresses. */
function idsIn({ record, path }: { record: ArticleSource['record']; path: string }): StatementId[] {
  if (!record) return [];
  const { value } = record;
  if (value) return [...value.statements, ...value.gone].flatMap(({ id }) => id ?? []);
  const words = readText(path).text.match(/(?<!\w)\w{10}(?!\w)/g) ?? [];
  return words.flatMap((word) => parseStatementId(word) ?? []);
}

/** The id in the address of a statement; `null` for any other address. */
const statementIn = (address: Address): StatementId | null =>
  parseStatementId(/^\/s\/(.*)\/$/.exec(address)?.[1] ?? '');

/** An entry that moved to another record in a run that was killed before it left the first is a copy there. */
function dropCopies(plans: readonly Plan[]): void {
  const kept = new Set(plans.flatMap(({ reconciled }) => [...reconciled.kept.keys()].flatMap(({ id }) => id ?? [])));
  for (const { reconciled, departures, record, document } of plans) {
    for (const copy of reconciled.gone.filter(({ id }) => id && kept.has(id))) {
      const entry = entryAt(document, record.statements.indexOf(copy));
      if (entry) departures.set(copy, entry);
    }
    reconciled.gone = reconciled.gone.filter((recorded) => !departures.has(recorded));
  }
}
