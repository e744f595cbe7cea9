import { existsSync, rmSync } from 'node:fs';
import type { YAMLMap } from 'yaml';
import { noSpeaker } from '../content/article.ts';
import { type ArticleSource, type ArticleSources, readArticleSources } from '../content/article-source.ts';
import { readText } from '../content/content-file.ts';
import { readFormerFile } from '../content/former.ts';
import { articleAddresses, type Ledger, readLedger } from '../content/ledger.ts';
import { readArchive, readArchiveFile } from '../content/read-archive.ts';
import { statementAddress } from '../text/address.ts';
import { type Day, dayOf } from '../base/day.ts';
import { ContentError, type Problem } from '../base/problem.ts';
import { replaceFile } from '../base/write-file.ts';
import type { FoundStatement } from '../find/find-statements.ts';
import { anchorFor, notFound, wholeAnchor } from '../content/matching/locate.ts';
import { isWrittenAnew } from '../content/matching/match-record.ts';
import { type Dismissed, isConfirmedByHand, type RecordedStatement } from '../content/record-file.ts';
import { makeStatementId } from '../content/statement-id.ts';
import { wordDifference } from '../text/word-difference.ts';
import {
  addDismissed,
  addGone,
  addStatement,
  dismissedAt,
  dropStatement,
  entryAt,
  putStatement,
  recordText,
  removeDismissed,
  removeGone,
  removeStatement,
  retireStatement,
  setAttribution,
  setId,
  setSearched,
  type NewStatement,
} from './edit-record.ts';
import { formerAddressesOf } from './former-addresses-of.ts';
import { moveStatements } from './move-statements.ts';
import { type Plan, planRecord, UNFINISHED } from './plan.ts';
import { questionAbout } from '../content/matching/unclear.ts';
import { NOT_IN_TEXT } from './reconcile.ts';
import { restoreIds, type Decisions } from './restore-ids.ts';
import { retireAddresses } from './retire-addresses.ts';
import { sourceOf } from './source-of.ts';
import { SpeakerFiles } from './speaker-files.ts';
import { WithdrawnNames } from './withdrawn-names.ts';
import { refreshPlace, refreshStatement, whereabouts } from './refresh-statement.ts';
import { StatementMaker } from './statement-maker.ts';

/** What a run of `record` did, as lines for the editor. */
export interface Outcome {
  articles: number;
  /** New statements: those that the program vouches for, and the others, least sure first. */
  added: string[];
  unsure: string[];
  /** Statements to which an editor gave a speaker. */
  confirmed: string[];
  /** Statements in other words now, and those of which the text does not tell enough. */
  changed: string[];
  asked: string[];
  moved: string[];
  back: string[];
  gone: string[];
  /** Statements that were never published, and are not in the text any more. */
  dropped: string[];
  retired: string[];
  /** Entries that name a speaker without a file, or words that the article does not have. */
  toFix: string[];
  speakers: { merged: string[]; made: string[]; open: string[] };
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
  readonly #former: ReturnType<typeof readFormerFile>;
  readonly #sources: ArticleSources;
  readonly #speakers: SpeakerFiles;
  readonly #maker: StatementMaker;
  readonly #ids: Set<string>;
  /** Where the search for a free id goes on for words that were given one: equal words may be many. */
  readonly #counters = new Map<string, number>();
  readonly #unsure: { line: string; confidence: number }[] = [];
  readonly #outcome = {
    added: [] as string[],
    confirmed: [] as string[],
    toFix: [] as string[],
    dropped: [] as string[],
    changed: [] as string[],
    asked: [] as string[],
    moved: [] as string[],
    back: [] as string[],
    gone: [] as string[],
  };

  constructor(content: string) {
    this.#content = content;
    this.#today = dayOf(new Date());
    this.#language = readArchiveFile(content).languages[0] ?? 'en';
    const { ledger, problems } = readLedger(content);
    this.#former = readFormerFile(content);
    const broken = [...problems, ...(this.#former?.problems ?? [])];
    if (broken.length > 0) throw new ContentError(broken);
    this.#ledger = ledger;
    this.#sources = readArticleSources(content);
    const named = this.#sources.articles.flatMap(({ record }) => record?.value?.statements ?? []);
    this.#speakers = new SpeakerFiles(
      content,
      ledger,
      named.flatMap(({ speaker }) => speaker ?? []),
    );
    const withdrawn = new WithdrawnNames(this.#former?.value ?? null);
    this.#maker = new StatementMaker(this.#speakers, withdrawn, this.#language);
    const { articles, orphans } = this.#sources;
    const records = [...articles.map(({ record, recordPath: path }) => ({ record, path })), ...orphans];
    this.#ids = new Set(records.flatMap(idsIn));
  }

  /** Whether an id was published and no record has it. */
  isLost(id: string): boolean {
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
    const usable = this.#sources.articles.filter(({ problems }) => problems.length === 0);
    const all = new Set([...articleAddresses(this.#ledger), ...usable.map(({ address }) => address)]);
    const former = formerAddressesOf(this.#sources.articles, this.#ledger, this.#former?.value ?? null);
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
    moveStatements(plans, this.#sources.orphans);
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
    for (const plan of plans) this.#write(plan);
    for (const plan of plans) this.#writeDepartures(plan);
    this.#writeOrphans(plans);

    const archive = readArchive({ content: this.#content, date: null });
    // What waits for a decision is not gone.
    const isDecided = plans.every(({ questions }) => questions.length === 0);
    const retired =
      archive.isWhole && isDecided ? retireAddresses(this.#content, this.#ledger, archive, this.#today) : [];
    const { merged, made, open } = this.#speakers;
    return {
      ...this.#outcome,
      articles: usable.length,
      unsure: this.#unsure.toSorted((a, b) => a.confidence - b.confidence).map(({ line }) => line),
      retired,
      speakers: { merged: [...merged], made, open: [...open] },
      problems: [
        ...this.#sources.problems.filter(({ file }) => existsSync(file)),
        ...this.#sources.articles.flatMap((source) => source.problems),
      ],
    };
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

  #write(plan: Plan): void {
    const { source, record, document, reconciled, arrivals, removed, questions } = plan;
    const before = recordText(document);
    for (const [recorded, match] of reconciled.unclear) {
      this.#outcome.asked.push(`${this.#placeOf(source, recorded)}: ${questionAbout(recorded, match, plan.searched)}`);
    }
    for (const { recorded, now } of reconciled.changed) {
      const difference = wordDifference(recorded.quote.join(' '), now.text);
      this.#outcome.changed.push(`${this.#placeOf(source, recorded)}: ${recorded.id ?? 'without id'}: ${difference}`);
    }
    this.#outcome.asked.push(...questions.map((question) => `${source.recordFile}:1: ${question}`));
    for (const entry of plan.record.dismissed.filter((one) => record.statements.some((own) => isWrittenAnew(own, one))))
      removeDismissed(document, entry.quote, entry.occurrence);
    for (const [dismissed, { place }] of reconciled.dismissed) {
      const entry = dismissedAt(document, record.dismissed.indexOf(dismissed));
      if (entry) refreshPlace(document, entry, dismissed, place.spans, plan.searched.text);
    }
    for (const [index, recorded] of record.statements.entries()) {
      const entry = entryAt(document, index);
      this.#settleSpeaker(plan, recorded, entry);
      const match = reconciled.kept.get(recorded);
      if (!entry) continue;
      if (match) refreshStatement(document, entry, recorded, match.place, plan.searched);
      if (recorded.id) continue;
      const id = this.#newId(source, recorded.quote.join(' '));
      setId(document, index, id);
      this.#outcome.added.push(`${source.recordFile}: ${id} ${recorded.quote.join(' ')}`);
    }
    for (const recorded of reconciled.gone) this.#letGo(plan, recorded);
    for (const found of plan.dismissals) addDismissed(document, this.#dismissedAs(source, found));
    for (const { found, id } of removed) {
      const why = 'Removed from the record by an editor.';
      addGone(document, { id, ...this.#goneAs(source, found), on: this.#today, why });
      this.#outcome.gone.push(`${source.recordFile}: ${id} is under \`gone\` now. Write there why.`);
    }
    const starts = [...reconciled.kept.values()].map(({ place }) => place.spans[0]?.start ?? 0);
    for (const { entry, found, recorded, file } of arrivals) {
      const index = rankIn(starts, found);
      putStatement(document, entry, index);
      refreshStatement(document, entry, recorded, { spans: found.spans, occurrence: 1 }, plan.searched);
      this.#outcome.moved.push(`${recorded.id ?? 'without id'}: from ${file} to ${source.recordFile}`);
    }
    for (const { entry, found } of reconciled.back) {
      removeGone(document, entry.id);
      addStatement(document, this.#maker.make(source, found, entry.id), rankIn(starts, found));
      this.#outcome.back.push(`${source.recordFile}: ${entry.id} ${found.text}`);
    }
    for (const found of reconciled.added.toSorted((a, b) => startOf(a) - startOf(b))) {
      const id = plan.ids.get(found) ?? this.#newId(source, found.text);
      addStatement(document, this.#newStatement(source, found, id), rankIn(starts, found));
    }
    const isOpen = reconciled.unclear.size + reconciled.changed.length > 0;
    const searched = questions.length > 0 ? UNFINISHED : plan.digests;
    if (!isOpen && source.record?.value?.searched !== searched) setSearched(document, searched);
    const after = recordText(document);
    if (after !== before || !source.record) replaceFile(source.recordPath, after);
  }

  /** Entries leave one record only once they are in the other: a run that is killed between leaves a copy, never a gap. */
  #writeDepartures({ document, departures, source }: Plan): void {
    if (departures.size === 0) return;
    for (const entry of departures.values()) removeStatement(document, entry);
    replaceFile(source.recordPath, recordText(document));
  }

  /** A record without an article keeps what did not move; when nothing is left, it has nothing to say. */
  #writeOrphans(plans: readonly Plan[]): void {
    const moved = Map.groupBy(
      plans.flatMap(({ arrivals }) => arrivals),
      ({ document }) => document,
    );
    for (const { record, path } of this.#sources.orphans) {
      const { document, value } = record;
      const arrivals = moved.get(document);
      if (!arrivals || !value) continue;
      for (const { entry } of arrivals) removeStatement(document, entry);
      const isEmpty = arrivals.length === value.statements.length && value.gone.length === 0;
      if (isEmpty) rmSync(path);
      else replaceFile(path, recordText(document));
    }
  }

  /** A speaker whom an editor wrote into a statement that had none is made, and confirmed; any other must be there. */
  #settleSpeaker({ source, document }: Plan, recorded: RecordedStatement, entry: YAMLMap | null): void {
    const { speaker, id } = recorded;
    if (!speaker || !entry) return;
    if (isConfirmedByHand(recorded) && this.#speakers.accept(speaker)) {
      setAttribution(document, entry, { speaker, status: 'confirmed' });
      this.#outcome.confirmed.push(`${source.recordFile}: ${id ?? 'without id'} ${speaker}`);
    } else if (!this.#speakers.has(speaker))
      this.#outcome.toFix.push(`${this.#placeOf(source, recorded)}: ${noSpeaker(speaker)}`);
  }

  /** What left the text goes to `gone` if it was published; else it leaves the record too, unless an editor wrote it anew. */
  #letGo(plan: Plan, recorded: RecordedStatement): void {
    const { source, document, isSettled } = plan;
    const { id, quote } = recorded;
    if (!id) return;
    if (this.#ledger.has(statementAddress(id))) {
      this.#retire(plan, recorded);
      return;
    }
    // The text is as it was: the entry was edited, and its words are not to be lost over a slip.
    if (isSettled) {
      this.#outcome.toFix.push(`${this.#placeOf(source, recorded)}: ${notFound(source.canonical.text, quote)}`);
      return;
    }
    dropStatement(document, id);
    this.#outcome.dropped.push(`${source.recordFile}: ${id} ${quote.join(' ')}`);
  }

  #retire({ source, document }: Plan, recorded: RecordedStatement): void {
    const { id, quote, speaker, source: named, said } = recorded;
    if (!id) return;
    retireStatement(document, {
      id,
      was: quote.join(' '),
      ...(speaker ? { speaker } : {}),
      ...(named ? { source: wholeAnchor(named).quote } : {}),
      ...(said ? { said } : {}),
      on: this.#today,
      why: NOT_IN_TEXT,
    });
    this.#outcome.gone.push(`${source.recordFile}: ${id} is under \`gone\` now. Write there why.`);
  }

  /** A found statement as the entry under `gone` that keeps it from being found again. */
  #goneAs(source: ArticleSource, { text, source: named }: FoundStatement): { was: string; source?: string } {
    return { was: text, ...(named ? { source: source.canonical.text.slice(named.start, named.end) } : {}) };
  }

  /** A found statement as the entry under `dismissed`. */
  #dismissedAs(source: ArticleSource, { spans, source: named }: FoundStatement): Dismissed {
    const { text } = source.canonical;
    return {
      quote: spans.map(({ start, end }) => text.slice(start, end)),
      ...whereabouts(text, spans),
      ...(named ? { source: anchorFor(text, named, spans) } : {}),
    };
  }

  #newId({ address }: ArticleSource, words: string): string {
    const isTaken = (id: string): boolean => this.#ids.has(id) || this.#ledger.has(statementAddress(id));
    const key = `${address} ${words}`;
    const { id, counter } = makeStatementId(address, words, isTaken, this.#counters.get(key));
    this.#counters.set(key, counter + 1);
    this.#ids.add(id);
    return id;
  }

  #newStatement(source: ArticleSource, found: FoundStatement, id: string): NewStatement {
    const statement = this.#maker.make(source, found, id);
    const { status, sure } = statement;
    const isNamed = status !== 'unattributed';
    const line = `${source.recordFile}: ${id} ${isNamed ? `${sourceOf(statement)}: ` : ''}${found.text}`;
    if (isNamed && sure !== false) this.#outcome.added.push(line);
    else this.#unsure.push({ line, confidence: isNamed ? found.confidence : 0 });
    return statement;
  }

  #placeOf({ record, recordFile }: ArticleSource, recorded: RecordedStatement): string {
    const index = record?.value?.statements.indexOf(recorded) ?? -1;
    return `${recordFile}:${record?.lineOf(['statements', index]) ?? 1}`;
  }
}

/** The ids of a record; of one that cannot be read all that may be ids, since nobody else may get its addresses. */
function idsIn({ record, path }: { record: ArticleSource['record']; path: string }): string[] {
  if (!record) return [];
  const { value } = record;
  if (value) return [...value.statements, ...value.gone].flatMap(({ id }) => id ?? []);
  return readText(path).text.match(/(?<!\w)[0-9a-hjkmnp-tv-z]{10}(?!\w)/g) ?? [];
}

/** The id in the address of a statement; `null` for any other address. */
const statementIn = (address: string): string | null => /^\/s\/(.*)\/$/.exec(address)?.[1] ?? null;

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

const startOf = ({ spans }: FoundStatement): number => spans[0]?.start ?? 0;

/** How many statements of a record come before a found one, which is one of them from now on. */
function rankIn(starts: number[], found: FoundStatement): number {
  const start = startOf(found);
  const rank = starts.filter((other) => other < start).length;
  starts.push(start);
  return rank;
}
