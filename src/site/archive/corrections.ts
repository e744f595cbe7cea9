import { NOBODY } from '../../text/speaker-name.ts';
import type { SpeakerId } from '../../base/ids.ts';
import { type Address, isSpeaker } from '../../text/address.ts';
import type { Day } from '../../base/day.ts';
import { versionOf } from '../../text/digest.ts';
import { shownWords } from '../../text/shown-words.ts';
import { goneAddress } from './paths.ts';
import type { Archive, ArchivedStatement } from './index.ts';

/** A change to something that was published: what it was and until when, what it is now, and why. */
export interface Correction {
  address: Address;
  /** What changed: its words, its speaker, or that it was removed. */
  kind: 'words' | 'speaker' | 'removed';
  on: Day;
  why: string;
  /** The digest of the words that it was, as citations carry it; `null` unless its words changed. */
  wasVersion: string | null;
  /** What it was; `null` if that may not be shown or is not known. */
  was: string | null;
  /** What it is now; `null` if nothing is left. */
  now: string | null;
  /** The statement in its present form. */
  statement: ArchivedStatement | null;
}

/** The element id of a correction on the page of what was corrected, to which feeds link. */
export const correctionId = (kind: Correction['kind'], on: string): string => `corrected-${on}-${kind}`;

/** How many corrections the first page lists; if there are more, each year has a page of its own. */
export const NEWEST_CORRECTIONS = 100;

const known = new WeakMap<Archive, Correction[]>();

/** Every correction of an archive, latest first. Made once, since many pages need them. */
export function correctionsOf(archive: Archive): Correction[] {
  const corrections = known.get(archive) ?? gatherCorrections(archive);
  known.set(archive, corrections);
  return corrections;
}

function gatherCorrections({ articles, statements, speakerOf, former }: Archive): Correction[] {
  const changed = statements.flatMap((statement) => correctionsOfStatement(statement, speakerOf));
  const gone = [
    ...articles.flatMap((article) => article.gone.map(goneAddress)),
    ...former.filter((entry) => entry.to === null),
  ].filter(
    // The address of a speaker contains the name.
    ({ address, isWithheld }) => !(isWithheld && isSpeaker(address)),
  );
  const removed = gone.map(({ address, on, why, was }): Correction => {
    return { address, kind: 'removed', on, why, wasVersion: null, was, now: null, statement: null };
  });
  return [...changed, ...removed].toSorted((a, b) => (a.on === b.on ? 0 : a.on < b.on ? 1 : -1));
}

/** The corrections of one statement, latest first, from its record. */
export function correctionsOfStatement(statement: ArchivedStatement, speakerOf: Archive['speakerOf']): Correction[] {
  const nameOf = (id: SpeakerId): string => speakerOf(id)?.name ?? id;
  let [words, speaker] = [statement.shown, statement.name ?? NOBODY];
  return statement.history.flatMap((entry) => {
    const shared = { address: statement.address, on: entry.until, why: entry.why, statement };
    const corrections: Correction[] = [];
    if (entry.quote && entry.quote.length > 0) {
      const was = shownWords(entry.quote, statement.type);
      const wasVersion = versionOf(entry.quote.join(' '));
      corrections.push({ ...shared, kind: 'words', wasVersion, was, now: words });
      words = was;
    }
    const was = entry.speaker ? nameOf(entry.speaker) : entry.described;
    if (was) {
      corrections.push({ ...shared, kind: 'speaker', wasVersion: null, was, now: speaker });
      speaker = was;
    }
    return corrections;
  });
}
