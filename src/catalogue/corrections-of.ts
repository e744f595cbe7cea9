import { goneAddress } from '../content/former.ts';
import type { Article, Statement } from '../content/types.ts';
import { versionOf } from '../text/digest.ts';
import { shownWords } from '../text/shown-words.ts';
import { speakerName } from '../text/speaker-name.ts';
import type { KnownSpeaker } from './known-speaker.ts';
import type { StoredCorrection, Told } from './published.ts';

/** The corrections of an article's statements, each statement's latest first, then what was removed from it. */
export function correctionsOf({ statements, gone }: Article, speakers: readonly KnownSpeaker[]): StoredCorrection[] {
  const changed = statements.flatMap((statement, index) => correctionsOfStatement(statement, speakers[index]?.name));
  return [...changed, ...gone.map((entry) => removal(goneAddress(entry)))];
}

/** The correction that takes out what had an address. */
export function removal(removed: ReturnType<typeof goneAddress>): StoredCorrection {
  const { on, why, was } = removed;
  const told = was === null ? null : { words: was };
  return { statement: null, removed, kind: 'removed', on, why, was: told, now: null, wasVersion: null };
}

function correctionsOfStatement(statement: Statement, name: string | null | undefined): StoredCorrection[] {
  let words = statement.shown;
  let speaker: Told = { words: speakerName(name, true) };
  return statement.history.flatMap((entry) => {
    const shared = { statement: statement.id, on: entry.until, why: entry.why };
    const corrections: StoredCorrection[] = [];
    if (entry.quote && entry.quote.length > 0) {
      const was = shownWords(entry.quote, statement.type);
      const wasVersion = versionOf(entry.quote.join(' '));
      corrections.push({ ...shared, kind: 'words', wasVersion, was: { words: was }, now: { words } });
      words = was;
    }
    const was = entry.speaker ? { speaker: entry.speaker } : entry.described && { words: entry.described };
    if (was) {
      corrections.push({ ...shared, kind: 'speaker', wasVersion: null, was, now: speaker });
      speaker = was;
    }
    return corrections;
  });
}
