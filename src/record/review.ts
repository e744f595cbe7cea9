import type { Document } from 'yaml';
import { type ArticleSource, type ArticleSources, readArticleSources } from '../content/article-source.ts';
import { ContentError } from '../base/problem.ts';
import { articleAddresses, isReleased, readLedger } from '../content/ledger.ts';
import { readArchiveFiles } from '../content/read-archive.ts';
import { type Day, dayOf } from '../base/day.ts';
import { replaceFile } from '../base/write-file.ts';
import { placesOf, wholeAnchor } from '../content/matching/locate.ts';
import type { RecordedStatement } from '../content/record-file.ts';
import { wordDifference } from '../text/word-difference.ts';
import { acceptPlace } from './accept-place.ts';
import {
  acceptWords,
  addDismissed,
  dropStatement,
  entryAt,
  recordText,
  retireStatement,
  setAttribution,
  setWhereabouts,
} from './edit-record.ts';
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

/** A statement in a record, and its place there. */
interface Entry {
  source: ArticleSource;
  statement: RecordedStatement;
  index: number;
}

/** Edits the records of statements; each record is written once. `edit` says what it did, or throws why it cannot. */
function editAll(
  { articles }: ArticleSources,
  ids: readonly string[],
  edit: (entry: Entry) => string | null,
): Reviewed {
  const entries = new Map<string | undefined, Entry>(
    articles
      .filter(({ problems }) => problems.length === 0)
      .flatMap((source) => entriesOf(source).map((entry) => [entry.statement.id, entry] as const)),
  );
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
  for (const { record, recordPath } of edited) if (record) replaceFile(recordPath, recordText(record.document));
  return { done: new Set(ids).size - refused.length, lines, refused };
}

/** Why a statement cannot be edited as asked. */
class Refusal extends Error {}

const entriesOf = (source: ArticleSource): Entry[] =>
  (source.record?.value?.statements ?? []).map((statement, index) => ({ source, statement, index }));

/** Marks statements as seen by an editor. A proposed name becomes a speaker, and one without a file gets one. */
export function confirm(content: string, ids: readonly string[]): Reviewed {
  const { sources, ledger, speakers: known } = readArchiveFiles(content);
  if (known.problems.length > 0) throw new ContentError(known.problems);
  const speakers = new SpeakerFiles(content, known.speakers, ledger.ledger);
  return editAll(sources, ids, ({ source, statement, index }) => {
    const { speaker, described, proposed, role } = statement;
    const place = placeOf(source, index);
    if (!speaker && !described && !proposed)
      throw new Refusal(`It has no speaker. Write \`speaker:\` at ${place} first.`);
    if (speaker && !speakers.accept(speaker))
      throw new Refusal(`\`${speaker}\` cannot become a speaker. Write the id of another one at ${place}.`);
    const accepted = speaker ?? (proposed && speakers.acceptName(proposed));
    if (proposed && !accepted)
      throw new Refusal(
        `\`${proposed}\` would be the id of another speaker, or is none. Write \`speaker:\` at ${place}.`,
      );
    const entry = entryAt(documentOf(source), index);
    const who = accepted ? { speaker: accepted } : { described };
    if (entry) setAttribution(documentOf(source), entry, { ...who, ...(role ? { role } : {}), status: 'confirmed' });
    return null;
  });
}

/** Takes out what an editor says is not a statement: it is not found again, and what was published says that it is gone. */
export function dismiss(content: string, ids: readonly string[]): Reviewed {
  const { ledger } = readLedger(content);
  const on = dayOf(new Date());
  return editAll(readArticleSources(content), ids, ({ source, statement }) => {
    const { id, quote, occurrence, before, after, speaker, source: named } = statement;
    const document = documentOf(source);
    const why = 'It was not a statement.';
    const known = { ...(speaker ? { speaker } : {}), ...(named ? { source: wholeAnchor(named).quote } : {}) };
    if (id && isReleased(ledger, id)) retireStatement(document, { id, was: quote.join(' '), ...known, on, why });
    else if (id) dropStatement(document, id);
    addDismissed(document, {
      quote,
      ...(occurrence ? { occurrence, before, after } : {}),
      ...(named ? { source: named } : {}),
    });
    return `${id ?? 'without id'}: ${quote.join(' ')}`;
  });
}

/** The record of a statement that was read from it. */
function documentOf({ record, recordFile }: ArticleSource): Document {
  if (!record) throw new Error(`There is no record ${recordFile}.`);
  return record.document;
}

/**
 * Decides what `record` asked: gives statements the words that their articles have now, or the one of several equal
 * places that they are at, with its source. What they were goes to their history.
 *
 * @param at which of the equal words, from 1; left out if there is one only
 */
export function accept(content: string, ids: readonly string[], why: string, at: number | null): Reviewed {
  const today = dayOf(new Date());
  const { archive, sources, ledger: read, former, speakers: known } = readArchiveFiles(content);
  if (known.problems.length > 0) throw new ContentError(known.problems);
  const { ledger } = read;
  const language = archive.languages[0] ?? 'en';
  const speakers = new SpeakerFiles(content, known.speakers, ledger);
  const withdrawn = new WithdrawnNames(former?.value ?? null);
  const maker = new StatementMaker(speakers, withdrawn, language);
  const plans = new Map<ArticleSource, Plan>();
  const planOf = (source: ArticleSource): Plan => {
    const plan = plans.get(source) ?? planRecord(source, language, [source.address], articleAddresses(ledger));
    plans.set(source, plan);
    return plan;
  };
  return editAll(sources, ids, ({ source, statement, index }) => {
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
