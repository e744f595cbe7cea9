import { isDeepStrictEqual } from 'node:util';
import { overlaps, overlapsAny, type Span } from '../article/canonical-text.ts';
import { assign } from './assign.ts';
import { type Evidence, evidenceAt, type SearchedText } from './evidence.ts';
import { type Place, placesOf } from './locate.ts';
import type { RecordedStatement } from './record-file.ts';

/** What became of a recorded statement in its article. */
export type Match =
  | { kind: 'found'; place: Place }
  /** The article does not have its words, or has them only for other statements. */
  | { kind: 'missing' }
  /** The article does not tell which of some places it is, or tells of another speaker or day than the record. */
  | { kind: 'unclear'; why: 'place' | 'source' | 'day'; places: Place[] };

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

/** From this cost on, a place is that of somebody else's words: another source in other surroundings. */
const TOO_MUCH = 9;

/** The parts of one statement follow one another within as many characters: a long paragraph. */
const FAR = 2000;

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
    const isOneStatement = areInterchangeable(group.flatMap((index) => statements[index] ?? []));
    matchGroup(group, candidates, isOneStatement, matches);
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

function costOf(
  { before, after, occurrence }: RecordedStatement,
  place: Place,
  evidence: Evidence,
  range: Span | undefined,
  count: number,
): number {
  const { source, cue, day, isFound, isUnchanged } = evidence;
  if (evidence.isElsewhere) return Infinity;
  const start = place.spans[0]?.start ?? 0;
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
function rangesBetween(anchored: readonly (Place | undefined)[]): (Span | undefined)[] {
  const starts = anchored.map((place) => place?.spans[0]?.start);
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

/** The statements that could have the same places, together; those without any place are left out. */
function groupsOf(candidates: readonly (readonly Candidate[])[]): number[][] {
  // Each place leads to another of its group, and the last to itself (union-find).
  const leads = new Map<number, number>();
  const lastOf = (start: number): number => {
    let at = start;
    for (let next = leads.get(at); next !== undefined && next !== at; next = leads.get(at)) at = next;
    return at;
  };
  for (const own of candidates) {
    const [first, ...others] = own.map(startOf);
    if (first === undefined) continue;
    const last = lastOf(first);
    leads.set(first, last);
    for (const start of others) leads.set(lastOf(start), last);
  }
  const indices = [...candidates.keys()].filter((index) => candidates[index]?.length);
  const groupOf = (index: number): number => lastOf(startOf(candidates[index]?.[0] ?? { spans: [], occurrence: 1 }));
  return [...Map.groupBy(indices, groupOf).values()];
}

const startOf = ({ spans }: Place): number => spans[0]?.start ?? 0;

function matchGroup(
  group: readonly number[],
  candidates: readonly (readonly Candidate[])[],
  isOneStatement: boolean,
  matches: Match[],
): void {
  const byStart = new Map(group.flatMap((index) => (candidates[index] ?? []).map((place) => [startOf(place), place])));
  const places = [...byStart.values()].toSorted((a, b) => startOf(a) - startOf(b));
  const rows = group.map((index) => {
    const own = new Map((candidates[index] ?? []).map((candidate) => [startOf(candidate), candidate]));
    return places.map((place) => own.get(startOf(place)));
  });
  const costs = rows.map((row) => row.map((one) => (one && one.cost < TOO_MUCH ? one.cost : Infinity)));
  const assigned = assign(costs, TOO_MUCH);
  for (const [row, index] of group.entries()) {
    const result = assigned[row];
    if (!result) continue;
    const place = result.place === null ? undefined : rows[row]?.[result.place];
    const isOnly = group.length === 1 && places.length === 1;
    const isPlain = result.isPlain || isOnly || isOneStatement;
    if (place) matches[index] = judge(place, candidates[index] ?? [], isPlain);
  }
}

/** Whether statements tell a reader the same: then it does not matter which of them is at which place. */
function areInterchangeable(statements: readonly RecordedStatement[]): boolean {
  const [first, ...others] = statements;
  const tells = ({ type, quote, speaker, source, said }: RecordedStatement): unknown => [
    type,
    quote,
    speaker,
    source,
    said,
  ];
  return first !== undefined && others.length > 0 && others.every((one) => isDeepStrictEqual(tells(one), tells(first)));
}

/** More equal statements than this are not weighed against each other, which takes the fourth power of their number. */
const CROWD = 40;

const isCrowd = (equal: readonly RecordedStatement[]): boolean => equal.length > CROWD;

/** Takes many equal statements in order: if there are as many places, or if it does not matter which is which. */
function matchCrowd(equal: readonly RecordedStatement[], { text }: SearchedText): [RecordedStatement, Match][] {
  const places = placesOf(text, equal[0]?.quote ?? []);
  if (places.length !== equal.length && !areInterchangeable(equal))
    return equal.map((recorded) => [recorded, { kind: 'unclear', why: 'place', places }]);
  const inOrder = equal.toSorted((a, b) => (a.occurrence ?? 0) - (b.occurrence ?? 0));
  return inOrder.map((recorded, index) => {
    const place = places[index];
    return [recorded, place ? { kind: 'found', place } : { kind: 'missing' }];
  });
}

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
