import { type ArticleSource, readArticleSources } from '../archive/article-source.ts';
import { statementsIn } from '../archive/statements-in.ts';
import { dayOf } from '../base/day.ts';
import { describeProblems } from '../base/problem.ts';
import { acceptWords, confirmStatement, recordText } from '../statements/edit-record.ts';
import { locateQuote, occurrenceOf } from '../statements/locate.ts';
import { reconcile } from '../statements/reconcile.ts';
import type { RecordedStatement } from '../statements/record-file.ts';
import { wordDifference } from '../statements/word-difference.ts';
import { fail } from './command.ts';
import { replaceFile } from '../base/write-file.ts';

/** A statement in a record, and where it stands there. */
interface Entry {
  source: ArticleSource;
  statement: RecordedStatement;
  index: number;
}

function entriesOf(content: string): Map<string, Entry> {
  const { articles } = readArticleSources(content);
  const entries = articles.flatMap((source) =>
    (source.problems.length > 0 ? [] : (source.record?.value?.statements ?? [])).flatMap(
      (statement, index): [string, Entry][] => (statement.id ? [[statement.id, { source, statement, index }]] : []),
    ),
  );
  return new Map(entries);
}

/** Edits the records of statements; each record is written once. Ids that cannot be edited are listed, and fail. */
function editAll(content: string, ids: readonly string[], done: string, edit: (entry: Entry) => string | null): void {
  const entries = entriesOf(content);
  const edited = new Set<ArticleSource>();
  const refused: string[] = [];
  for (const id of new Set(ids)) {
    const entry = entries.get(id);
    const reason = entry ? edit(entry) : 'No record that can be read has this id.';
    if (reason) refused.push(`${id}: ${reason}`);
    else if (entry) edited.add(entry.source);
  }
  for (const { record, recordPath } of edited) if (record) replaceFile(recordPath, recordText(record.document));
  console.log(`${done}: ${new Set(ids).size - refused.length}.`);
  if (refused.length > 0) fail(refused.join('\n'));
}

/** Marks statements as seen by an editor. */
export function confirm(content: string, ids: readonly string[]): void {
  editAll(content, ids, 'Confirmed', ({ source, statement, index }) => {
    if (!statement.speaker) return `It has no speaker. Write \`speaker:\` at ${placeOf(source, index)} first.`;
    if (source.record) confirmStatement(source.record.document, index);
    return null;
  });
}

/** Gives statements the words that stand in their articles now; the old ones go to their history. */
export function accept(content: string, ids: readonly string[], why: string): void {
  editAll(content, ids, 'Accepted', ({ source, statement, index }) => {
    const record = source.record?.value;
    const { text } = source.canonical;
    if (!source.record || !record) return 'Its record cannot be read.';
    const { changed } = reconcile(record, statementsIn(source), { text, address: source.address });
    const now = changed.find(({ recorded }) => recorded === statement)?.now;
    if (!now)
      return `Nothing like its words is found in the article, or they did not change. See ${placeOf(source, index)}.`;
    const words = {
      quote: now.spans.map(({ start, end }) => text.slice(start, end)),
      occurrence: occurrenceOf(text, now.spans),
    };
    acceptWords(source.record.document, index, words, { until: dayOf(new Date()), quote: statement.quote, why });
    console.log(`${statement.id}: ${wordDifference(statement.quote.join(' '), now.text)}`);
    return null;
  });
}

/** Lists the statements that need an editor's eye, least sure first, each with its sentence. */
export function listUnsure(content: string): void {
  const { articles, problems } = readArticleSources(content);
  const unsure = articles.flatMap((source) => {
    const open = (source.record?.value?.statements ?? [])
      .map((statement, index) => ({ statement, index }))
      .filter(({ statement }) => needsEye(statement));
    if (open.length === 0) return [];
    const found = statementsIn(source);
    const { text } = source.canonical;
    return open.map(({ statement, index }) => {
      const spans = locateQuote(text, statement.quote, statement.occurrence);
      const start = typeof spans === 'string' ? -1 : (spans[0]?.start ?? -1);
      const match = found.find((other) => other.spans[0]?.start === start);
      const paragraph = typeof spans === 'string' ? spans : paragraphAround(text, start);
      const sentence = match ? text.slice(match.sentence.start, match.sentence.end) : paragraph;
      return { source, statement, index, sentence, confidence: statement.speaker ? (match?.confidence ?? 0) : 0 };
    });
  });
  unsure.sort((a, b) => a.confidence - b.confidence);
  for (const { source, statement, index, sentence } of unsure) {
    const who = statement.speaker ? `probably ${statement.speaker}` : 'nobody is named';
    console.log(`${placeOf(source, index)}: ${statement.id ?? 'without id'}, ${who}\n  ${sentence}\n`);
  }
  console.log(
    unsure.length === 0
      ? 'Nothing is unsure.'
      : `Unsure: ${unsure.length}. Confirm them with \`npm run record -- --confirm ID...\`.`,
  );
  const unread = [...problems, ...articles.flatMap((source) => source.problems)];
  if (unread.length > 0) fail(`\nNot read:\n${describeProblems(unread)}`);
}

const needsEye = ({ status, sure }: RecordedStatement): boolean =>
  status === 'unattributed' || status === 'disputed' || !sure;

function placeOf(source: ArticleSource, index: number): string {
  return `${source.recordFile}:${source.record?.lineOf(['statements', index]) ?? 1}`;
}

function paragraphAround(text: string, at: number): string {
  const end = text.indexOf('\n', at);
  return text.slice(text.lastIndexOf('\n', at) + 1, end < 0 ? undefined : end);
}
