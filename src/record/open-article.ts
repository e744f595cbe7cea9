import type { StatementId } from '../base/ids.ts';
import type { ArticleSource } from '../content/article-source.ts';
import type { SearchedText } from '../content/matching/evidence.ts';
import { startOf } from '../content/matching/locate.ts';
import type { Match } from '../content/matching/match-statements.ts';
import { matchRecord, type RecordMatches } from '../content/matching/match-record.ts';
import { searchedText } from '../content/searched-text.ts';
import type { Address } from '../text/address.ts';
import { overlapsAny, type Span } from '../text/canonical-text.ts';
import { recordSchema } from '../content/record-file.ts';
import { newRecord } from './edit-record.ts';
import { entriesOf, type Entry } from './editing.ts';
import { Refusal } from './refusal.ts';

/** An article whose record is edited, with the places of its statements. */
export interface OpenArticle {
  source: ArticleSource;
  searched: SearchedText;
  matches: RecordMatches;
}

/**
 * Opens an article for editing.
 *
 * @param language the language of an article that names none
 * @param addresses all article addresses that the archive has or had
 */
export function openArticle(source: ArticleSource, language: string, addresses: Iterable<Address>): OpenArticle {
  const searched = searchedText(source, language, addresses);
  const record = source.record?.value ?? { statements: [], dismissed: [] };
  return { source, searched, matches: matchRecord(record, searched) };
}

/** An article with an empty record if it has none yet, so that statements can be added. */
export function withRecord(source: ArticleSource): ArticleSource {
  if (source.record) return source;
  const document = newRecord();
  const value = recordSchema.parse(document.toJS());
  return { ...source, record: { value, document, problems: [], lineOf: () => 1 } };
}

/** An article whose record was edited, with the entries that it has now. */
export function afterEdits({ source, searched }: OpenArticle): OpenArticle {
  const { record } = source;
  if (!record) throw new Error(`There is no record ${source.recordFile}.`);
  const value = recordSchema.parse(record.document.toJS());
  return { source: { ...source, record: { ...record, value } }, searched, matches: matchRecord(value, searched) };
}

/** The entry of a statement. */
export function entryOf({ source }: OpenArticle, id: StatementId): Entry {
  const entry = entriesOf(source).find(({ statement }) => statement.id === id);
  if (!entry) throw new Refusal(`${source.recordFile} has no statement \`${id}\` any more.`);
  return entry;
}

/** The spans of a statement in its article; none if its words are not found, or nobody can tell where. */
export const spansOf = ({ matches }: OpenArticle, { index }: Entry): Span[] => spansIn(matches.statements[index]);

const spansIn = (match: Match | undefined): Span[] => (match?.kind === 'found' ? match.place.spans : []);

/** Whether a span has words of a statement, or of what an editor dismissed. */
export function isTaken({ matches }: OpenArticle): (span: Span) => boolean {
  return overlapsAny([...matches.statements, ...matches.dismissed].flatMap(spansIn));
}

/** How many statements of the record begin before a place of the text. */
export const rankOf = ({ matches }: OpenArticle, start: number): number =>
  matches.statements.filter((match) => match.kind === 'found' && startOf(match.place) < start).length;
