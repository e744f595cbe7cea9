import { overlaps, overlapsAny } from '../../text/canonical-text.ts';
import { assign } from './assign.ts';
import { type Evidence, evidenceAt, type SearchedText } from './evidence.ts';
import { groupsOf } from './groups.ts';
import { type Place, placesOf, startOf } from './locate.ts';
import { costOf, rangesBetween } from './place-cost.ts';
import type { RecordedStatement } from '../record-file.ts';

/** What became of a recorded statement in its article. */
export type Match =
  | { kind: 'found'; place: Place }
  /** The article does not have its words, or has them only for other statements. */
  | { kind: 'missing' }
  /** The article does not tell which of some places it is, or tells of another speaker or day than the record. */
  | { kind: 'unclear'; why: 'place' | 'source' | 'day'; places: Place[] };

/** From this cost on, a place is that of somebody else's words: another source in other surroundings. */
const TOO_MUCH = 9;

/** One place is surrounded like a statement clearly more than another from this difference on: a word of five. */
const CLEARLY = 0.2;

interface Candidate extends Place {
  evidence: Evidence;
  cost: number;
}

/**
 * Finds the statements of a record again in its article: by their words and by source, cue, day, surroundings and order,
 * all equal places weighed together, so that a statement never takes the place of another that has the same words.
 *
 * @returns one match a statement, in the order given
 */
export function matchStatements(statements: readonly RecordedStatement[], searched: SearchedText): Match[] {
  const crowds = [...Map.groupBy(statements, ({ quote }) => quote.join('\n')).values()].filter(isCrowd);
  const inCrowd = new Set(crowds.flat());
  const places = statements.map((recorded) => (inCrowd.has(recorded) ? [] : possiblePlaces(recorded, searched)));
  const anchored = places.map((own) => (own.length === 1 ? own[0] : undefined));
  const isTaken = overlapsAny(anchored.flatMap((place) => place?.spans ?? []));
  const ranges = rangesBetween(anchored);
  const candidates = statements.map((recorded, index) => {
    const own = places[index] ?? [];
    const [only] = own;
    if (searched.isCurrent && own.length === 1 && only) return [{ ...only, evidence: UNEDITED, cost: 0 }];
    const free = own.length > 1 ? own.filter(({ spans }) => !spans.some(isTaken)) : own;
    return free.map((place): Candidate => {
      const evidence = evidenceAt(recorded, place, searched);
      return { ...place, evidence, cost: costOf(recorded, place, evidence, ranges[index], own.length) };
    });
  });
  const ofCrowds = new Map(crowds.flatMap((crowd) => matchCrowd(crowd, searched)));
  const matches = statements.map((recorded): Match => ofCrowds.get(recorded) ?? { kind: 'missing' });
  for (const group of groupsOf(candidates)) {
    const kinds = group.map((index) => kindOf(statements[index]));
    matchGroup(group, candidates, kinds, matches);
  }
  return withoutOverlaps(matches, candidates);
}

/** Of a text that was not edited since it was searched nothing need be weighed: it does not even have to be searched. */
const UNEDITED: Evidence = {
  source: 'unknown',
  cue: 'unknown',
  day: 'unknown',
  before: null,
  after: null,
  isElsewhere: false,
  isFound: true,
  isUnchanged: true,
};

/** The places of a statement's words; in a text that was not edited, only the one that its record numbers. */
function possiblePlaces({ quote, occurrence }: RecordedStatement, { text, isCurrent }: SearchedText): Place[] {
  const places = placesOf(text, quote);
  const numbered = isCurrent && occurrence ? places.filter((place) => place.occurrence === occurrence) : [];
  return numbered.length > 0 ? numbered : places;
}

function matchGroup(
  group: readonly number[],
  candidates: readonly (readonly Candidate[])[],
  kinds: readonly string[],
  matches: Match[],
): void {
  const byStart = new Map(group.flatMap((index) => (candidates[index] ?? []).map((place) => [startOf(place), place])));
  const places = [...byStart.values()].toSorted((a, b) => startOf(a) - startOf(b));
  const rows = group.map((index) => {
    const own = new Map((candidates[index] ?? []).map((candidate) => [startOf(candidate), candidate]));
    return places.map((place) => own.get(startOf(place)));
  });
  const costs = rows.map((row) => row.map((one) => (one && one.cost < TOO_MUCH ? one.cost : Infinity)));
  const isOneKind = kinds.length > 1 && new Set(kinds).size === 1;
  const assigned = assign(costs, TOO_MUCH, kinds);
  for (const [row, index] of group.entries()) {
    const result = assigned[row];
    if (!result) continue;
    const place = result.place === null ? undefined : rows[row]?.[result.place];
    const isOnly = group.length === 1 && places.length === 1;
    const isPlain = result.isPlain || isOnly || isOneKind;
    if (place) matches[index] = judge(place, candidates[index] ?? [], isPlain);
  }
}

/** What a statement tells a reader: of two that tell the same it does not matter which of them is at which place. */
const kindOf = (statement: RecordedStatement | undefined): string =>
  JSON.stringify([
    statement?.type,
    statement?.quote,
    statement?.speaker ?? statement?.proposed,
    statement?.source,
    statement?.said,
  ]);

/** More equal statements than this are not weighed against each other, which takes the fourth power of their number. */
const CROWD = 40;

const isCrowd = (equal: readonly RecordedStatement[]): boolean => equal.length > CROWD;

/** Takes many equal statements in order: if there are as many places, or if it does not matter which is which. */
function matchCrowd(equal: readonly RecordedStatement[], searched: SearchedText): [RecordedStatement, Match][] {
  const places = placesOf(searched.text, equal[0]?.quote ?? []);
  if (searched.isCurrent) {
    const byNumber = new Map(places.map((place) => [place.occurrence, place]));
    return equal.map((recorded) => [recorded, matchAt(byNumber.get(recorded.occurrence ?? 0))]);
  }
  if (places.length !== equal.length && new Set(equal.map(kindOf)).size > 1)
    return equal.map((recorded) => [recorded, { kind: 'unclear', why: 'place', places }]);
  const inOrder = equal.toSorted((a, b) => (a.occurrence ?? 0) - (b.occurrence ?? 0));
  return inOrder.map((recorded, index) => [recorded, matchAt(places[index])]);
}

const matchAt = (place: Place | undefined): Match => (place ? { kind: 'found', place } : { kind: 'missing' });

/** Whether the best place of a statement may be taken without asking. */
function judge(place: Candidate, own: readonly Candidate[], isPlain: boolean): Match {
  const { source, day, isUnchanged } = place.evidence;
  const unclear = (why: 'place' | 'source' | 'day'): Match => ({ kind: 'unclear', why, places: [...own] });
  if (isUnchanged === false) {
    if (source === 'other' || source === 'absent') return unclear('source');
    if (day === 'other') return unclear('day');
    // Two attributions that changed places: the words around say one thing, and the names another.
    const isRival = (other: Candidate): boolean => other !== place && other.evidence.source === 'other';
    if (own.some((other) => isRival(other) && around(other) > around(place) + CLEARLY)) return unclear('source');
  }
  return isPlain ? { kind: 'found', place } : unclear('place');
}

/** How much of the text around a statement is there, 0 to 2. */
const around = ({ evidence: { before, after } }: Candidate): number => (before ?? 0) + (after ?? 0);

/** Of two statements that would share words, the one that fits less has lost its place. */
function withoutOverlaps(matches: Match[], candidates: readonly (readonly Candidate[])[]): Match[] {
  const spans = matches.flatMap((match, index) =>
    match.kind === 'found'
      ? match.place.spans.map((span) => ({ span, index, cost: costAt(match.place, candidates[index]) }))
      : [],
  );
  spans.sort((a, b) => a.span.start - b.span.start);
  const result = [...matches];
  for (const [at, { span, index, cost }] of spans.entries()) {
    const before = spans[at - 1];
    if (!before || before.index === index || !overlaps(before.span, span) || before.cost === cost) continue;
    result[before.cost > cost ? before.index : index] = { kind: 'missing' };
  }
  return result;
}

const costAt = ({ occurrence }: Place, own: readonly Candidate[] | undefined): number =>
  own?.find((candidate) => candidate.occurrence === occurrence)?.cost ?? 0;
