import { type ArticleSource, type ArticleSources } from '../content/article-source.ts';
import { ContentError } from '../base/problem.ts';
import { articleAddresses, isReleased } from '../content/ledger.ts';
import { type ArchiveFiles, readArchiveFiles } from '../content/read-archive.ts';
import { type Day, dayOf } from '../base/day.ts';
import { placesOf } from '../content/matching/locate.ts';
import type { RecordedStatement } from '../content/record-file.ts';
import { wordDifference } from '../text/word-difference.ts';
import { acceptPlace } from './accept-place.ts';
import { StagedFiles } from './content-files.ts';
import { confirmEntry, dismissEntry } from './decisions.ts';
import { acceptWords, entryAt, recordText, setWhereabouts } from './edit-record.ts';
import { documentOf, type Editing, entriesOf, type Entry } from './editing.ts';
import { Refusal } from './refusal.ts';
import { NewIds } from './new-ids.ts';
import { placeOf } from './place-of.ts';
import { type Plan, planRecord } from './plan.ts';
import { whereabouts } from './refresh-statement.ts';
import { SpeakerFiles } from './speaker-files.ts';
import { StatementMaker } from './statement-maker.ts';
import { WithdrawnNames } from './withdrawn-names.ts';

/** What a review did: how many statements, what it says of them, and why others were refused. */
export interface Reviewed {
  done: number;
  lines: string[];
  refused: string[];
}

/** The statements of articles, by their ids. */
function entriesById(articles: readonly ArticleSource[]): Map<string | undefined, Entry> {
  const usable = articles.filter(({ problems }) => problems.length === 0);
  return new Map(usable.flatMap(entriesOf).map((entry) => [entry.statement.id, entry]));
}

/**
 * Edits the records of statements; all files are written together. `edit` returns what it did, or throws a `Refusal`.
 *
 * @param files where the edits are kept until they are written
 */
function editAll(
  content: string,
  { articles }: ArticleSources,
  ids: readonly string[],
  files: StagedFiles,
  edit: (entry: Entry) => string | null,
): Reviewed {
  const entries = entriesById(articles);
  const edited = new Set<ArticleSource>();
  const [lines, refused]: [string[], string[]] = [[], []];
  for (const id of new Set(ids)) {
    const entry = entries.get(id);
    try {
      if (!entry) throw new Refusal('No record that can be read has this id.');
      const line = edit(entry);
      if (line !== null) lines.push(line);
      edited.add(entry.source);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.push(`${id}: ${error.message}`);
    }
  }
  for (const source of edited) files.write(source.recordPath, recordText(documentOf(source)));
  files.commit(content);
  return { done: new Set(ids).size - refused.length, lines, refused };
}

/** An archive that was read to be edited, with its speakers. */
function startEditing(content: string, files: StagedFiles): { read: ArchiveFiles; editing: Editing } {
  const read = readArchiveFiles(content);
  const { archive, ledger: ledgerFile, former, speakers: known, sources } = read;
  if (known.problems.length > 0) throw new ContentError(known.problems);
  const { ledger } = ledgerFile;
  const speakers = new SpeakerFiles(content, { speakers: known.speakers, ledger, files });
  const withdrawn = new WithdrawnNames(former?.value ?? null);
  const maker = new StatementMaker(speakers, withdrawn, archive.languages[0] ?? 'en');
  const used = sources.articles.flatMap(({ record }) =>
    [...(record?.value?.statements ?? []), ...(record?.value?.gone ?? [])].flatMap(({ id }) => id ?? []),
  );
  const ids = new NewIds(new Set(used), ledger);
  return { read, editing: { speakers, ledger, maker, ids, today: dayOf(new Date()) } };
}

/** Marks statements as seen by an editor. A proposed name becomes a speaker, and one without a file gets one. */
export function confirm(content: string, ids: readonly string[]): Reviewed {
  const files = new StagedFiles();
  const { read, editing } = startEditing(content, files);
  return editAll(content, read.sources, ids, files, (entry) => {
    confirmEntry(entry, editing);
    return null;
  });
}

/** Takes out what an editor says is not a statement: it is not found again, and what was published says that it is gone. */
export function dismiss(content: string, ids: readonly string[]): Reviewed {
  const files = new StagedFiles();
  const { read, editing } = startEditing(content, files);
  return editAll(content, read.sources, ids, files, (entry) => {
    dismissEntry(entry, editing);
    return `${entry.statement.id ?? 'without id'}: ${entry.statement.quote.join(' ')}`;
  });
}

/**
 * Decides what `record` asked: gives statements the words that their articles have now, or the one of several equal
 * places that they are at, with its source. What they were goes to their history.
 *
 * @param at which of the equal words, from 1; left out if there is one only
 */
export function accept(content: string, ids: readonly string[], why: string, at: number | null): Reviewed {
  const files = new StagedFiles();
  const { read, editing } = startEditing(content, files);
  const { sources, archive } = read;
  const { ledger, maker, today } = editing;
  const language = archive.languages[0] ?? 'en';
  const plans = new Map<ArticleSource, Plan>();
  const planOf = (source: ArticleSource): Plan => {
    const plan = plans.get(source) ?? planRecord(source, language, [source.address], articleAddresses(ledger));
    plans.set(source, plan);
    return plan;
  };
  return editAll(content, sources, ids, files, ({ source, statement, index }) => {
    const plan = planOf(source);
    const { changed, unclear } = plan.reconciled;
    const now = changed.find(({ recorded }) => recorded === statement)?.now;
    // Words that are not in the article any more have no place there, whatever number is given.
    const isReworded = placesOf(source.canonical.text, statement.quote).length === 0;
    // What was never published has no history to tell.
    const before = isReleased(ledger, statement.id) ? { until: today, why } : null;
    if (now && (at === null || isReworded)) return acceptChange(plan, statement, index, now, before);
    const only = unclear.get(statement)?.places;
    const number = at ?? (only?.length === 1 ? only[0]?.occurrence : undefined);
    if (only && number === undefined) throw new Refusal(`Say which of ${only.length} places it is at, with \`--at\`.`);
    if (number === undefined)
      throw new Refusal(
        `Nothing like its words is found in the article, or they did not change. See ${placeOf(source, index)}.`,
      );
    const count = acceptPlace(plan, { statement, index, number, maker }, before);
    if (count !== null)
      throw new Refusal(`Its words appear ${times(count)} in the article: there is no place ${number}.`);
    return `${statement.id}: ${statement.quote.join(' ')}`;
  });
}

function acceptChange(
  { source, document }: Plan,
  statement: RecordedStatement,
  index: number,
  now: { spans: { start: number; end: number }[]; text: string },
  before: { until: Day; why: string } | null,
): string {
  const { text } = source.canonical;
  const quote = now.spans.map(({ start, end }) => text.slice(start, end));
  acceptWords(document, index, quote, before && { ...before, quote: statement.quote });
  const entry = entryAt(document, index);
  if (entry) setWhereabouts(document, entry, whereabouts(text, now.spans));
  return `${statement.id}: ${wordDifference(statement.quote.join(' '), now.text)}`;
}

const times = (count: number): string => (count === 1 ? 'once' : `${count} times`);
