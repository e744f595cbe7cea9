import type { StatementRow } from '../../src/content/rows/statement-row.ts';
import { checkPasted } from '../../src/search/check/check-pasted.ts';
import type { Verdict } from '../../src/search/check/verdict.ts';
import { indexLines } from '../../tools/ordered-rows.ts';
import { openSearch } from '../../src/search/query/index.ts';
import { shownWords } from '../../src/text/shown-words.ts';
import { formsOf } from '../../src/text/words.ts';
import { randomNumbers } from '../../tools/random-numbers.ts';
import { fromDisk } from './disk.ts';
import { type Case, KINDS, type Making } from './labelled-quotes.ts';
import { shuffled } from './queries.ts';

/** How many quotations of each kind are judged unless another number is given. */
const CASES = 200;
/** One statement in this many is kept out of the archive, to be checked as absent; and one is a reported one. */
const KEPT_OUT = 4;
const REPORTED = 8;
/** The fewest words of a statement that is tested whole. */
const SHORTEST = 6;
/** A statement that shares this many consecutive words with the archive is near it rather than absent. */
const SHINGLE = 4;

/** The share of the quotations of a kind that were judged right, and how many there were. */
export interface Judged {
  kind: string;
  /** The share that must be judged right. */
  least: number;
  cases: number;
  right: number;
  /** Of those with a right statement, how many were called absent. */
  calledAbsent: number;
  wrong: { pasted: string; expected: string; verdict: string }[];
}

/** Judges quotations of every kind, made from the rows of an archive. */
export async function judgeQuotes(
  all: readonly StatementRow[],
  folder: string,
  { seed = 23, cases = CASES } = {},
): Promise<Judged[]> {
  const rows = all.map((row) => ({ ...row, text: row.text.replace(/["“”„«»]/g, '').replace(/,$/, '') }));
  const archived: StatementRow[] = rows
    .filter((_, place) => place % KEPT_OUT !== 0)
    .map((row, place) => ({ ...row, ...asType(row, place % REPORTED === 0 ? 'reported' : 'direct') }));
  const { entry } = await indexLines(
    archived.map((row) => JSON.stringify(row)),
    folder,
  );
  const index = await openSearch(fromDisk(folder), entry);
  const known = new Set(archived.flatMap(({ text }) => shingles(text)));
  const absent = rows.filter(
    ({ text }, place) => place % KEPT_OUT === 0 && !shingles(text).some((shingle) => known.has(shingle)),
  );
  const folded = archived.map(({ text }) => ` ${formsOf(text).join(' ')} `);
  const random = randomNumbers(seed);
  const long = (source: readonly StatementRow[], least: number): StatementRow[] =>
    source.filter(({ text }) => formsOf(text).length >= least);
  const quoted = long(archived, SHORTEST).filter(({ type }) => type === 'direct');
  const making: Making = {
    random,
    vocabulary: archived.flatMap(({ text }) => text.split(/\s+/)).filter((word) => /^\p{Ll}{5,}$/u.test(word)),
    another: (atLeast) => {
      const rest = long(quoted, atLeast);
      return rest[Math.floor(random() * rest.length)] as StatementRow;
    },
    isHeld: (words) => folded.some((text) => text.includes(` ${formsOf(words).join(' ')} `)),
  };
  const judged: Judged[] = [];
  for (const [kind, { make, of = 'quoted', least }] of Object.entries(KINDS)) {
    const source = {
      absent: long(absent, SHORTEST),
      reported: long(archived, SHORTEST).filter(({ type }) => type === 'reported'),
      quoted,
    }[of];
    const result: Judged = { kind, least, cases: 0, right: 0, calledAbsent: 0, wrong: [] };
    for (const row of shuffled(source, random)) {
      if (result.cases >= cases) break;
      const made = make(row, making);
      if (!made) continue;
      result.cases++;
      const verdicts = await checkPasted(index, made.pasted);
      if (isRight(made, verdicts)) result.right++;
      else {
        result.wrong.push({
          pasted: made.pasted,
          expected: made.answers.map(({ kinds: right, holds }) => `${right.join('/')}: ${holds}`).join(' + '),
          verdict: verdicts.map(({ kind: was, nearest: [near] }) => `${was}: ${near?.statement.shown}`).join(' + '),
        });
      }
      if (kind !== 'absent' && verdicts.some((verdict) => verdict.kind === 'absent')) result.calledAbsent++;
    }
    judged.push(result);
  }
  return judged;
}

const asType = (row: StatementRow, type: 'direct' | 'reported'): Pick<StatementRow, 'type' | 'shown'> => ({
  type,
  shown: shownWords([row.text], type),
});

function isRight({ answers }: Case, verdicts: readonly Verdict[]): boolean {
  return (
    verdicts.length === answers.length &&
    answers.every(({ kinds, holds }, place) => {
      const {
        kind,
        nearest: [first],
      } = verdicts[place] as Verdict;
      if (!kinds.includes(kind)) return false;
      if (holds === null) return true;
      const shown = ` ${formsOf(first?.statement.shown ?? '').join(' ')} `;
      return holds.split('|').some((words) => shown.includes(` ${formsOf(words).join(' ')} `));
    })
  );
}

function shingles(text: string): string[] {
  const forms = formsOf(text);
  return forms
    .slice(0, Math.max(0, forms.length - SHINGLE + 1))
    .map((_, at) => forms.slice(at, at + SHINGLE).join(' '));
}
