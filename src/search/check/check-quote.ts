import type { IndexedStatement, StatementSearch } from '../query/index.ts';
import { formsOf, type Word, wordsOf } from '../../text/words.ts';
import { compareWords, type Piece } from './compare-words.ts';
import { readQuote } from './read-quote.ts';

/** A statement that a quotation is compared with. */
export interface Nearest {
  statement: IndexedStatement;
  /** The words of its text, at which `pieces` point. */
  said: Word[];
  pieces: Piece[];
  /** Whether it contains the words without a change, an addition or a cut. */
  isVerbatim: boolean;
  /** Whether the given speaker is the archived one, or has the same last name; `null` if no speaker was given. */
  speaker: 'same' | 'alike' | 'other' | null;
}

/** The result of checking a quotation. */
export interface Verdict {
  kind: 'verbatim' | 'altered' | 'absent';
  /** The words that were checked, and their forms. */
  words: string;
  forms: string[];
  /** The name that was given; empty if none was. */
  name: string;
  /** The statements that it may be from, nearest first; empty if it is absent. */
  nearest: Nearest[];
}

/** A quotation counts as altered if the cost of its differences is at most this share of its words. */
const ALTERED = 0.3;
/**
 * It also counts as altered if one piece of it contains this share of a statement of at least `SHORTEST_HELD` words.
 */
const MOST_OF_IT = 0.8;
const SHORTEST_HELD = 5;
const MOST_SHOWN = 3;

/** Checks a quotation as it was pasted; `null` if it has no words. */
export async function checkQuote(search: StatementSearch, pasted: string): Promise<Verdict | null> {
  const { words, name } = readQuote(pasted);
  const forms = formsOf(words);
  if (forms.length === 0) return null;
  const compared = (await search.likely(words)).map((statement) => {
    const said = wordsOf(statement.shown);
    const comparison = compareWords(
      forms,
      said.map(({ form }) => form),
    );
    return { statement, said, ...comparison, speaker: compareSpeaker(name, statement) };
  });
  const nearest = compared
    .filter(({ said, cost, pieces }) => cost <= ALTERED * forms.length || isHeld(said, pieces))
    .sort(
      (a, b) =>
        a.cost - b.cost ||
        Number(b.speaker === 'same') - Number(a.speaker === 'same') ||
        (a.statement.published < b.statement.published ? 1 : -1),
    )
    .slice(0, MOST_SHOWN)
    .map(({ cost, ...near }) => ({ ...near, isVerbatim: cost === 0 }));
  const [first] = nearest;
  const kind = first ? (first.isVerbatim ? 'verbatim' : 'altered') : 'absent';
  // If the exact words are found, similar ones are of no use.
  const shown = nearest.filter(({ isVerbatim }) => isVerbatim || kind !== 'verbatim');
  return { kind, words, forms, name, nearest: shown };
}

/** Whether most of a statement is quoted in one piece, whatever else the quotation contains. */
function isHeld(words: readonly Word[], pieces: readonly Piece[]): boolean {
  const same = pieces.filter(({ kind }) => kind === 'same').map(({ said: [from, to] }) => to - from);
  return words.length >= SHORTEST_HELD && Math.max(0, ...same) >= MOST_OF_IT * words.length;
}

/** Compares a given name with the archived one; initials match, and words that appear only in the role are ignored. */
function compareSpeaker(name: string, { speaker }: IndexedStatement): Nearest['speaker'] {
  const given = formsOf(name);
  if (given.length === 0) return null;
  const held = formsOf(`${speaker?.name ?? ''} ${speaker?.id ?? ''}`);
  const role = formsOf(speaker?.role ?? '');
  const isHeld = (form: string): boolean =>
    held.some((other) => other === form || (form.length === 1 && other.startsWith(form)));
  const own = given.filter((form) => isHeld(form) || !role.includes(form));
  if (own.length > 0 && own.every(isHeld)) return 'same';
  return held.includes(given.at(-1) ?? '') ? 'alike' : 'other';
}
