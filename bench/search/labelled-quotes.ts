import type { StatementRow } from '../../src/content/rows/statement-row.ts';
import { checkQuote, type Verdict } from '../../src/search/check/check-quote.ts';
import { buildStatements } from '../../src/search/index/build-statements.ts';
import { openSearch } from '../../src/search/query/index.ts';
import { formsOf } from '../../src/text/words.ts';
import { randomNumbers } from '../../tools/random-numbers.ts';
import { fromDisk } from './disk.ts';
import { shuffled } from './queries.ts';

/** The alterations made to a statement before it is pasted, each with the share that must be judged right. */
export const ALTERATIONS = {
  unchanged: 0.98,
  'one word changed': 0.97,
  'one word dropped': 0.97,
  'two parts joined over a cut': 0.9,
  'other marks and punctuation': 1,
  'wrong speaker': 0.99,
  absent: 0.99,
} as const;
export type Alteration = keyof typeof ALTERATIONS;

const CASES = 200;
/** One statement in this many is kept out of the archive, to be checked as absent. */
const KEPT_OUT = 8;
/** The fewest words of a statement that is tested: shorter ones rarely circulate as quotations. */
const SHORTEST = 6;
/** A statement that shares this many consecutive words with the archive does not count as absent. */
const SHINGLE = 5;
/** A cut needs two parts and a middle. */
const SHORTEST_CUT = 12;
const WRONG_SPEAKER = 'Zebulon Quarrington';

/** For each alteration, the share of `CASES` quotations that get the right verdict and the right statement first. */
export async function judgeQuotes(rows: readonly StatementRow[], folder: string): Promise<Record<Alteration, number>> {
  const archived = rows.filter((_, place) => place % KEPT_OUT !== 0);
  const { entry } = await buildStatements(
    archived.map((row) => JSON.stringify(row)),
    folder,
  );
  const index = await openSearch(fromDisk(folder), entry);
  const known = new Set(archived.flatMap(({ text }) => shingles(text)));
  const absent = rows.filter(
    ({ text }, place) => place % KEPT_OUT === 0 && !shingles(text).some((shingle) => known.has(shingle)),
  );
  const random = randomNumbers(23);
  const vocabulary = archived.flatMap(({ text }) => text.split(/\s+/)).filter((word) => /^\p{Ll}{5,}$/u.test(word));
  const shares: [Alteration, number][] = [];
  for (const alteration of Object.keys(ALTERATIONS) as Alteration[]) {
    const least = alteration === 'two parts joined over a cut' ? SHORTEST_CUT : SHORTEST;
    const source = alteration === 'absent' ? absent : archived;
    const chosen = shuffled(
      source.filter(({ text }) => formsOf(text).length >= least),
      random,
    ).slice(0, CASES);
    let right = 0;
    for (const row of chosen) {
      const verdict = await checkQuote(index, pasted(alteration, row.text, vocabulary, random));
      if (verdict && isRight(alteration, row, verdict)) right++;
    }
    shares.push([alteration, right / chosen.length]);
  }
  return Object.fromEntries(shares) as Record<Alteration, number>;
}

function isRight(alteration: Alteration, row: StatementRow, { kind, nearest: [first] }: Verdict): boolean {
  if (alteration === 'absent') return kind === 'absent';
  const isIt = first !== undefined && formsOf(first.statement.shown).join(' ').includes(formsOf(row.text).join(' '));
  if (alteration === 'unchanged' || alteration === 'other marks and punctuation') return isIt && kind === 'verbatim';
  if (alteration === 'wrong speaker') return isIt && kind === 'verbatim' && first.speaker === 'other';
  return isIt && kind === 'altered';
}

function pasted(alteration: Alteration, text: string, vocabulary: readonly string[], random: () => number): string {
  const words = text.split(/\s+/);
  const inside = 1 + Math.floor(random() * (words.length - 2));
  switch (alteration) {
    case 'one word changed': {
      const other = vocabulary[Math.floor(random() * vocabulary.length)] ?? 'otherwise';
      return words.with(inside, words[inside] === other ? `${other}less` : other).join(' ');
    }
    case 'one word dropped':
      return words.toSpliced(inside, 1).join(' ');
    case 'two parts joined over a cut': {
      const [from, to] = [Math.floor(words.length / 3), Math.floor((2 * words.length) / 3)];
      return [...words.slice(0, from), ...(random() < 0.5 ? ['…'] : []), ...words.slice(to)].join(' ');
    }
    case 'other marks and punctuation':
      return `«${text.replace(/[’‘]/g, "'").replace(/[“”"]/g, '‘').replace(/, /g, ' – ').replace(/\.$/, '!')}»`;
    case 'wrong speaker':
      return `“${text.replace(/[“”"]/g, '’')}” — ${WRONG_SPEAKER}`;
    default:
      return text;
  }
}

function shingles(text: string): string[] {
  const forms = formsOf(text);
  return forms
    .slice(0, Math.max(0, forms.length - SHINGLE + 1))
    .map((_, at) => forms.slice(at, at + SHINGLE).join(' '));
}
