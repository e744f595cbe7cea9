import type { Day } from '../../base/day.ts';
import type { Edtf } from '../../base/edtf.ts';
import type { SaidBasis } from '../../text/said-basis.ts';
import { findDates } from '../../find/dates/find-dates.ts';
import type { FoundStatement } from '../../find/find-statements.ts';
import type { Span } from '../../text/canonical-text.ts';

/** A day that the text resolves. */
export interface DayChoice {
  said: Edtf;
  basis: SaidBasis;
  /** The words of the article that say so. */
  words: string;
}

/** As many as there are digits besides 0. */
const MOST = 9;

/** The days that the paragraphs of a statement tell, those of its own sentence first, then that of publication. */
export function daysIn(
  text: string,
  near: readonly Span[],
  engine: FoundStatement | undefined,
  published: Day,
): DayChoice[] {
  const sentences = engine ? [engine.sentence, ...engine.occasions.map(({ sentence }) => sentence)] : [];
  const stretches = [...sentences, ...near.toReversed()];
  const found = stretches.flatMap(({ start, end }) =>
    findDates(text.slice(start, end), published).map((date): DayChoice => ({
      said: date.date,
      basis: 'text',
      words: text.slice(start + date.start, start + date.end),
    })),
  );
  const all = [
    ...found,
    { said: published as string as Edtf, basis: 'editor' as const, words: 'the day of publication' },
  ];
  return all.filter(({ said }, index) => all.findIndex((other) => other.said === said) === index).slice(0, MOST);
}
