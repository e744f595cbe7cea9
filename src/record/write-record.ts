import type { StatementId } from '../base/ids.ts';
import type { YAMLMap } from 'yaml';
import { noSpeaker } from '../content/article.ts';
import { type ArticleSource } from '../content/article-source.ts';
import { type Ledger } from '../content/ledger.ts';
import { statementAddress } from '../text/address.ts';
import { type Day } from '../base/day.ts';
import { replaceFile } from '../base/write-file.ts';
import type { FoundStatement } from '../find/find-statements.ts';
import { notFound, wholeAnchor } from '../content/matching/locate.ts';
import { isWrittenAnew } from '../content/matching/match-record.ts';
import { isConfirmedByHand, type RecordedStatement } from '../content/record-file.ts';
import { wordDifference } from '../text/word-difference.ts';
import { dismissedAs } from './dismissed-as.ts';
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
import type { NewIds } from './new-ids.ts';
import { type Plan, UNFINISHED } from './plan.ts';
import { questionAbout } from '../content/matching/unclear.ts';
import { NOT_IN_TEXT } from './reconcile.ts';
import { sourceOf } from './source-of.ts';
import { SpeakerFiles } from './speaker-files.ts';
import { refreshPlace, refreshStatement } from './refresh-statement.ts';
import { StatementMaker } from './statement-maker.ts';

/** What was written into records, as lines for the editor. */
export interface WrittenLines {
  /** New statements that the program vouches for. */
  added: string[];
  /** Statements to which an editor gave a speaker. */
  confirmed: string[];
  /** Statements in other words now, and those of which the text does not tell enough. */
  changed: string[];
  asked: string[];
  moved: string[];
  back: string[];
  gone: string[];
  /** Statements that were never released, and are not in the text any more. */
  dropped: string[];
  /** Entries that name a speaker without a file, or words that the article does not have. */
  toFix: string[];
}

interface Tools {
  ledger: Ledger;
  speakers: SpeakerFiles;
  maker: StatementMaker;
  ids: NewIds;
  today: Day;
}

/** Writes records as planned. */
export class RecordWriter {
  readonly #ledger: Ledger;
  readonly #speakers: SpeakerFiles;
  readonly #maker: StatementMaker;
  readonly #ids: NewIds;
  readonly #today: Day;
  /** The articles whose records were written. */
  readonly written = new Set<ArticleSource>();
  /** New statements that the program does not vouch for. */
  readonly unsure: { line: string; confidence: number }[] = [];
  readonly lines: WrittenLines = {
    added: [],
    confirmed: [],
    changed: [],
    asked: [],
    moved: [],
    back: [],
    gone: [],
    dropped: [],
    toFix: [],
  };

  constructor({ ledger, speakers, maker, ids, today }: Tools) {
    this.#ledger = ledger;
    this.#speakers = speakers;
    this.#maker = maker;
    this.#ids = ids;
    this.#today = today;
  }

  /** Brings one record up to date. What the editor has to decide is left as it is. */
  write(plan: Plan): void {
    const { source, record, document, reconciled, arrivals, removed, questions } = plan;
    const before = recordText(document);
    for (const [recorded, match] of reconciled.unclear) {
      this.lines.asked.push(`${this.#placeOf(source, recorded)}: ${questionAbout(recorded, match, plan.searched)}`);
    }
    for (const { recorded, now } of reconciled.changed) {
      const difference = wordDifference(recorded.quote.join(' '), now.text);
      this.lines.changed.push(`${this.#placeOf(source, recorded)}: ${recorded.id ?? 'without id'}: ${difference}`);
    }
    this.lines.asked.push(...questions.map((question) => `${source.recordFile}:1: ${question}`));
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
      const id = this.#ids.make(source.address, recorded.quote.join(' '));
      setId(document, index, id);
      this.lines.added.push(`${source.recordFile}: ${id} ${recorded.quote.join(' ')}`);
    }
    for (const recorded of reconciled.gone) this.#letGo(plan, recorded);
    for (const found of plan.dismissals) addDismissed(document, dismissedAs(source, found));
    for (const { found, id } of removed) {
      const why = 'Removed from the record by an editor.';
      addGone(document, { id, ...this.#goneAs(source, found), on: this.#today, why });
      this.lines.gone.push(`${source.recordFile}: ${id} is under \`gone\` now. Write there why.`);
    }
    const starts = [...reconciled.kept.values()].map(({ place }) => place.spans[0]?.start ?? 0);
    for (const { entry, found, recorded, file } of arrivals) {
      const index = rankIn(starts, found);
      putStatement(document, entry, index);
      refreshStatement(document, entry, recorded, { spans: found.spans, occurrence: 1 }, plan.searched);
      this.lines.moved.push(`${recorded.id ?? 'without id'}: from ${file} to ${source.recordFile}`);
    }
    for (const { entry, found } of reconciled.back) {
      removeGone(document, entry.id);
      addStatement(document, this.#maker.make(source, found, entry.id), rankIn(starts, found));
      this.lines.back.push(`${source.recordFile}: ${entry.id} ${found.text}`);
    }
    for (const found of reconciled.added.toSorted((a, b) => startOf(a) - startOf(b))) {
      const id = plan.ids.get(found) ?? this.#ids.make(source.address, found.text);
      addStatement(document, this.#newStatement(source, found, id), rankIn(starts, found));
    }
    const isOpen = reconciled.unclear.size + reconciled.changed.length > 0;
    const searched = questions.length > 0 ? UNFINISHED : plan.digests;
    if (!isOpen && source.record?.value?.searched !== searched) setSearched(document, searched);
    const after = recordText(document);
    if (after !== before || !source.record) this.#save(source, after);
  }

  /** Entries leave one record only once they are in the other: a run that is killed between leaves a copy, never a gap. */
  writeDepartures({ document, departures, source }: Plan): void {
    if (departures.size === 0) return;
    for (const entry of departures.values()) removeStatement(document, entry);
    this.#save(source, recordText(document));
  }

  #save(source: ArticleSource, text: string): void {
    replaceFile(source.recordPath, text);
    this.written.add(source);
  }

  /** A speaker whom an editor wrote into a statement that had none is made, and confirmed; any other must be there. */
  #settleSpeaker({ source, document }: Plan, recorded: RecordedStatement, entry: YAMLMap | null): void {
    const { speaker, id, role } = recorded;
    if (!speaker || !entry) return;
    if (isConfirmedByHand(recorded) && this.#speakers.accept(speaker)) {
      setAttribution(document, entry, { speaker, ...(role ? { role } : {}), status: 'confirmed' });
      this.lines.confirmed.push(`${source.recordFile}: ${id ?? 'without id'} ${speaker}`);
    } else if (!this.#speakers.has(speaker))
      this.lines.toFix.push(`${this.#placeOf(source, recorded)}: ${noSpeaker(speaker)}`);
  }

  /** What left the text goes to `gone` if it was published; else it leaves the record too, unless an editor has just written it. */
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
      this.lines.toFix.push(`${this.#placeOf(source, recorded)}: ${notFound(source.canonical.text, quote)}`);
      return;
    }
    dropStatement(document, id);
    this.lines.dropped.push(`${source.recordFile}: ${id} ${quote.join(' ')}`);
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
    this.lines.gone.push(`${source.recordFile}: ${id} is under \`gone\` now. Write there why.`);
  }

  /** A found statement as the entry under `gone` that keeps it from being found again. */
  #goneAs(source: ArticleSource, { text, source: named }: FoundStatement): { was: string; source?: string } {
    return { was: text, ...(named ? { source: source.canonical.text.slice(named.start, named.end) } : {}) };
  }

  #newStatement(source: ArticleSource, found: FoundStatement, id: StatementId): NewStatement {
    const statement = this.#maker.make(source, found, id);
    const { status, sure } = statement;
    const isNamed = status !== 'unattributed';
    const line = `${source.recordFile}: ${id} ${isNamed ? `${sourceOf(statement)}: ` : ''}${found.text}`;
    if (isNamed && sure !== false) this.lines.added.push(line);
    else this.unsure.push({ line, confidence: isNamed ? found.confidence : 0 });
    return statement;
  }

  #placeOf({ record, recordFile }: ArticleSource, recorded: RecordedStatement): string {
    const index = record?.value?.statements.indexOf(recorded) ?? -1;
    return `${recordFile}:${record?.lineOf(['statements', index]) ?? 1}`;
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
