import type { Span } from '../../text/canonical-text.ts';
import type { Evidence } from './evidence.ts';
import { type Place, startOf } from './locate.ts';
import type { RecordedStatement } from '../record-file.ts';

/**
 * What each thing costs that differs between a record and a place, in one scale. Another source outweighs all that
 * surrounds the words; both sides together outweigh the order; and without surroundings the recorded number decides.
 */
const COSTS = {
  source: { same: 0, unknown: 0, absent: 2, other: 6 },
  cue: { same: 0, unknown: 0, other: 0.5 },
  day: { same: 0, unknown: 0, other: 2 },
  side: 2,
  order: 1,
  notFound: 1,
  edited: 1.5,
  apart: 3,
  occurrence: { alone: 2.5, surrounded: 0.25 },
};

/** The parts of one statement follow one another within as many characters: a long paragraph. */
const FAR = 2000;

/**
 * What it costs to give a place to a recorded statement: nothing if everything that the record tells of it is there.
 *
 * @param range where it would be in the order of the record; `undefined` if that tells nothing
 * @param count at how many places the words appear
 * @returns `Infinity` for a place that cannot be its own
 */
export function costOf(
  { before, after, occurrence }: RecordedStatement,
  place: Place,
  evidence: Evidence,
  range: Span | undefined,
  count: number,
): number {
  const { source, cue, day, isFound, isUnchanged } = evidence;
  if (evidence.isElsewhere) return Infinity;
  const start = startOf(place);
  const isInOrder = !range || (start >= range.start && start < range.end);
  const isFar = place.spans.some((span, index) => span.start - (place.spans[index - 1]?.end ?? span.start) > FAR);
  const isSurrounded = before !== undefined || after !== undefined;
  const isCounted = occurrence === undefined || count < occurrence || occurrence === place.occurrence;
  return (
    COSTS.source[source] +
    COSTS.cue[cue] +
    (count === 1 && isUnchanged ? 0 : COSTS.day[day]) +
    COSTS.side * (1 - (evidence.before ?? 1)) +
    COSTS.side * (1 - (evidence.after ?? 1)) +
    (isInOrder ? 0 : COSTS.order) +
    (isFound ? 0 : COSTS.notFound) +
    (isUnchanged === false ? COSTS.edited : 0) +
    (isFar ? COSTS.apart : 0) +
    (isCounted ? 0 : COSTS.occurrence[isSurrounded ? 'surrounded' : 'alone'])
  );
}

/** Between which of the statements that have one place only each of them belongs, by the order of the record. */
export function rangesBetween(anchored: readonly (Place | undefined)[]): (Span | undefined)[] {
  const starts = anchored.map((place) => place && startOf(place));
  const after = new Array<number>(starts.length);
  const before = new Array<number>(starts.length);
  for (let index = 0, last = 0; index < starts.length; index++) {
    after[index] = last;
    last = starts[index] ?? last;
  }
  for (let index = starts.length - 1, next = Infinity; index >= 0; index--) {
    before[index] = next;
    next = starts[index] ?? next;
  }
  return starts.map((_, index) => {
    const range = { start: after[index] ?? 0, end: before[index] ?? Infinity };
    // Statements that an editor put into another order say nothing of it.
    return range.start < range.end ? range : undefined;
  });
}
