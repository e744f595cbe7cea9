import type { Day } from '../base/day.ts';
import { roleOn } from '../content/speaker-file.ts';
import type { Speaker, Statement } from '../content/types.ts';

/** Who says a statement, as of the day of its publication. */
export interface KnownSpeaker {
  /** `null` if it is not a speaker of the archive. */
  who: Speaker | null;
  /** The name of that speaker, or the proposed name, or the words that describe somebody. */
  name: string | null;
  /** The role that the speaker held on that day; if none is recorded, the one that the article names. */
  role: string | null;
}

/** Finds who says a statement among the speakers of an archive. */
export function knownSpeaker(statement: Statement, day: Day, who: Speaker | null): KnownSpeaker {
  return {
    who,
    name: who?.name ?? statement.proposed ?? statement.described,
    role: (who && roleOn(who, day)) ?? statement.role,
  };
}
