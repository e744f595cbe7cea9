import type { OpenIndex } from '../query/open-index.ts';
import type { Term } from '../query/block.ts';
import type { Shown } from '../query/records.ts';
import { find } from '../query/find.ts';
import { phraseCondition } from '../query/phrase.ts';
import { formsOf } from '../../text/words.ts';
import { compareWords, type Piece } from './compare-words.ts';
import { readQuote } from './read-quote.ts';

/** A statement that a quotation is compared with. */
export interface Nearest {
  statement: Shown;
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

/** At most this many of a quotation's longest words are looked up: the longest tend to be the rarest. */
const MOST_LOOKED_UP = 7;
/** At most this many words in a row are searched for as a phrase. */
const LONGEST_RUN = 6;
/** At most this many of the rarest words supply candidates. */
const MOST_LISTED = 4;
/** Lists that cost more than this, in bytes including requests, are read only if there is no alternative. */
const EXPENSIVE = 16_000;
/** At most this many statements are read and compared. */
const MOST_COMPARED = 6;
/** A quotation counts as altered if the cost of its differences is at most this share of its words. */
const ALTERED = 0.3;
/**
 * It also counts as altered if one piece of it contains this share of a statement of at least `SHORTEST_HELD` words.
 */
const MOST_OF_IT = 0.8;
const SHORTEST_HELD = 5;
const MOST_SHOWN = 3;

/** Checks a quotation as it was pasted; `null` if it has no words. */
export async function checkQuote(index: OpenIndex, pasted: string): Promise<Verdict | null> {
  const { words, name } = readQuote(pasted);
  const forms = formsOf(words);
  if (forms.length === 0) return null;
  const statements = await index.records.load(await candidates(index, forms));
  const compared = statements.map((statement) => {
    const held = statement.words.map(({ form }) => form);
    return { statement, ...compareWords(forms, held), speaker: compareSpeaker(name, statement) };
  });
  const nearest = compared
    .filter(({ statement, cost, pieces }) => cost <= ALTERED * forms.length || isHeld(statement, pieces))
    .sort(
      (a, b) =>
        a.cost - b.cost ||
        Number(b.speaker === 'same') - Number(a.speaker === 'same') ||
        b.statement.record - a.statement.record,
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
function isHeld({ words }: Shown, pieces: readonly Piece[]): boolean {
  const same = pieces.filter(({ kind }) => kind === 'same').map(({ said: [from, to] }) => to - from);
  return words.length >= SHORTEST_HELD && Math.max(0, ...same) >= MOST_OF_IT * words.length;
}

/**
 * The records to compare a quotation with: those that contain it verbatim, then those that contain its rarest words.
 */
async function candidates(index: OpenIndex, forms: readonly string[]): Promise<number[]> {
  const { lexicon, lists, entry } = index;
  const longest = [...new Set(forms)].sort((a, b) => b.length - a.length).slice(0, MOST_LOOKED_UP);
  const known = await Promise.all(longest.map((form) => lexicon.word(form)));
  const all = { from: 0, to: entry.statements };
  const rarest = known.flatMap(({ exact }) => exact).sort((a, b) => a.count - b.count);
  const cheap = rarest.filter((term) => lists.cost(term, all, false) <= EXPENSIVE);
  const listed = (cheap.length > 0 ? cheap : rarest.slice(0, 2)).slice(0, MOST_LISTED);
  const weights = new Map<number, number>();
  const weigh = async (term: Term): Promise<void> => {
    const weight = Math.log(1 + entry.statements / term.count);
    for (const record of await lists.records(term, all)) weights.set(record, (weights.get(record) ?? 0) + weight);
  };
  await Promise.all(listed.map(weigh));
  const likeliest = [...weights].sort(([a, x], [b, y]) => y - x || b - a).map(([record]) => record);
  return [...new Set([...(await holding(index, forms)), ...likeliest])].slice(0, MOST_COMPARED);
}

/**
 * The newest records that contain a quotation verbatim; if it is long, its run of words with the most letters. This
 * finds quotations whose words are all so common that only their order identifies them.
 */
async function holding(index: OpenIndex, forms: readonly string[]): Promise<number[]> {
  const runs = forms
    .slice(0, Math.max(1, forms.length - LONGEST_RUN + 1))
    .map((_, start) => forms.slice(start, start + LONGEST_RUN));
  const run = runs.reduce((most, other) => (other.join('').length > most.join('').length ? other : most));
  const words = await Promise.all(run.map((form) => index.lexicon.word(form)));
  const range = { from: 0, to: index.entry.statements };
  const asked = { words: [], required: [phraseCondition(words)], excluded: [], range, hasPhrases: true };
  return [...(await find(index, asked, range)).records].slice(-MOST_SHOWN).toReversed();
}

/** Compares a given name with the archived one; initials match, and words that appear only in the role are ignored. */
function compareSpeaker(name: string, { speaker }: Shown): Nearest['speaker'] {
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
