import type { StatementId } from '../base/ids.ts';
import type { Address } from '../text/address.ts';
import type { Span } from '../text/canonical-text.ts';
import { paragraphIds } from '../text/paragraph-id.ts';
import { type Day, parseDay } from '../base/day.ts';
import { countFirst, overlapping } from '../base/sorted.ts';
import type { FoundStatement } from '../find/find-statements.ts';
import { findSaidDate } from '../find/said-date.ts';
import type { SearchedText } from './matching/evidence.ts';
import type { RecordedStatement } from './record-file.ts';
import { isMadeAt } from './made-at.ts';
import type { ArticleSource } from './article-source.ts';
import { statementsIn } from './statements-in.ts';

/** The digests of an article's paragraphs, as its record keeps them once the text was searched. */
export function paragraphDigests({ canonical }: ArticleSource): string {
  return [...paragraphIds(canonical).values()].map((id) => id.replace(/^p-/, '')).join(' ');
}

/**
 * An article's text, for finding the statements of its record again.
 *
 * @param language the language of an article that names none
 * @param addresses all article addresses that the archive has or had: an article that was given another date since a
 *   statement was recorded still tells its days from the former date
 */
export function searchedText(source: ArticleSource, language: string, addresses: Iterable<Address>): SearchedText {
  const { text, paragraphs } = source.canonical;
  const searched = source.record?.value?.searched?.split(' ');
  const before = searched && new Set(searched);
  const digests = paragraphDigests(source).split(' ');
  const unchanged = paragraphs.map((_, index) => before?.has(digests[index] ?? ''));
  const numbered = paragraphs.map(({ start, end }, index) => ({ start, end, index }));
  const isEnglish = (source.article.frontmatter?.language ?? language).startsWith('en');
  let found: FoundStatement[] | undefined;
  let byStart: (Span & { statement: FoundStatement })[] | undefined;

  return {
    text,
    isCurrent: source.record?.value?.searched === paragraphDigests(source),
    foundAt(span) {
      found ??= statementsIn(source);
      byStart ??= found
        .flatMap((statement) => statement.spans.map((own) => ({ ...own, statement })))
        .sort((a, b) => a.start - b.start);
      return overlapping(byStart, span)[0]?.statement;
    },
    isSaidThen(statement, { id, quote, history, said, saidBasis }) {
      if (!isEnglish || !said || (saidBasis !== 'text' && saidBasis !== 'broadcast')) return null;
      const on = (day: Day): string | undefined => findSaidDate(text, statement, day)?.said;
      const today = on(source.day);
      if (!today || today === said || !id) return today ? today === said : null;
      return isRedated({ id, quote, history }, source.address)
        ? redatedTo(said, { id, quote, history }, on, source.day, addresses)
        : false;
    },
    isUnchanged(span) {
      if (!before) return null;
      return overlapping(numbered, span).every(({ index }) => unchanged[index]);
    },
    around(spans, more) {
      const first = countFirst(paragraphs, ({ end }) => end <= (spans[0]?.start ?? 0));
      const last = countFirst(paragraphs, ({ end }) => end < (spans.at(-1)?.end ?? 0));
      const [from, to] = [
        paragraphs[Math.max(0, first - more)],
        paragraphs[Math.min(paragraphs.length - 1, last + more)],
      ];
      return { start: from?.start ?? 0, end: to?.end ?? text.length };
    },
  };
}

const DAYS_A_WEEK = 7;

/** The days between two dates; `NaN` if one of them is not a day. */
const differenceInDays = (a: string, b: string): number => (Date.parse(a) - Date.parse(b)) / 86_400_000;

type Made = Pick<RecordedStatement, 'quote' | 'history'> & { id: StatementId };

/** Whether a statement was recorded under another address of its article. */
const isRedated = (statement: Made, address: Address): boolean => !isMadeAt(statement, address);

/**
 * Whether a statement's day is right by the date that its article had when it was recorded; if nobody knows that date, a
 * day of the same weekday may be.
 */
function redatedTo(
  said: string,
  statement: Made,
  on: (day: Day) => string | undefined,
  today: Day,
  addresses: Iterable<Address>,
): boolean | null {
  for (const address of addresses) {
    const day = isMadeAt(statement, address) && parseDay(address.slice(1, 11).replaceAll('/', '-'));
    if (day && on(day) === said) return true;
  }
  const days = differenceInDays(on(today) ?? '', said);
  return Number.isInteger(days / DAYS_A_WEEK) ? null : false;
}
