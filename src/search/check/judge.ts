import type { Likely } from '../query/index.ts';
import { FUNCTION_WORDS } from '../../text/function-words.ts';
import { type Word, wordsOf } from '../../text/words.ts';
import { assemble } from './assemble.ts';
import { compareSpeaker } from './compare-speaker.ts';
import { agrees, compareWords } from './compare-words.ts';
import type { PastedQuotation } from './read-quotations.ts';
import { ALTERED, nearFrom, similarity, weighing } from './similarity.ts';
import { agreeing, type Nearest, type Verdict, type VerdictKind, weightyCut, wordsIn } from './verdict.ts';

/** A quotation with at most this many words is judged only if a statement contains it and a word of it is rare. */
const SHORTEST_JUDGED = 2;
/** A word in more than this share of all statements is common. */
const COMMON = 0.01;
/** A quotation that leaves out words more often than once in this many is put together from scraps. */
const WORDS_A_CUT = 3;
/** This many agreeing words are enough for a verdict even if all of them are function words. */
const ENOUGH_WORDS = 6;
const MOST_SHOWN = 3;

/** Dots at the beginning or the end of a quotation: the speaker said more. */
const DOTS_BEFORE = /^\W*(?:…|\.{3}|\[…\])/u;
const DOTS_AFTER = /(?:…|\.{3,}|\[…\])\W*$/u;

/** A statement and how it compares with a quotation. */
export interface Compared extends Nearest {
  similarity: number;
  /** The cost of the differences, in words. */
  cost: number;
}

/**
 * Judges a quotation by the statements that it may be from.
 *
 * @param statements the number of statements in the archive
 * @returns `null` if the quotation has no words
 */
export function judge(quotation: PastedQuotation, likely: Likely, statements: number): Verdict | null {
  const quoted = wordsOf(quotation.words);
  const forms = quoted.map(({ form }) => form);
  if (forms.length === 0) return null;
  const verdict = (kind: VerdictKind, nearest: readonly Nearest[], moved: Verdict['moved'] = null): Verdict => {
    return { kind, quotation, quoted, nearest: nearest.slice(0, MOST_SHOWN), moved };
  };
  const compared = compare(quotation, forms, likely, statements);
  const holding = compared.filter(({ pieces }) => pieces.every(agrees));
  const isCommon = (form: string): boolean =>
    FUNCTION_WORDS.has(form) || (likely.counts.get(form) ?? 0) > Math.max(1, COMMON * statements);
  if (forms.length <= SHORTEST_JUDGED && (holding.length === 0 || forms.every(isCommon))) return verdict('short', []);

  const inMarks = holding.filter(({ statement }) => statement.type !== 'reported');
  const whole = inMarks.filter((near) => !goesOn(quotation.words, near));
  if (whole.length > 0) {
    const isByOthers = whole.every(({ speaker }) => speaker === 'other' || speaker === 'alike');
    return verdict(isByOthers ? 'wrong-speaker' : 'verbatim', whole);
  }
  if (inMarks.length > 0) return verdict('cut', inMarks);
  if (holding.length > 0) return verdict('reported', holding);

  const shortened = compared.filter((near) => isShortened(near, forms.length));
  const harmless = shortened.filter((near) => weightyCut(near) === undefined);
  if (harmless.length > 0) return verdict('cut', harmless);
  if (shortened.length > 0) return verdict('altered', shortened);

  const assembled = assemble(forms, compared);
  if (assembled && assembled.agreeing > Math.max(...compared.map(agreeing))) {
    return verdict('altered', assembled.nearest, assembled.moved);
  }
  const altered = compared.filter((near) => near.similarity >= ALTERED && isTelling(near, quoted));
  if (altered.length > 0) return verdict('altered', altered);
  const near = compared.filter((other) => other.similarity >= nearFrom(statements));
  return near.length > 0 ? verdict('near', near) : verdict('absent', []);
}

/** Compares a quotation with statements; the nearest come first, of equals those by the given speaker, then the newest. */
function compare({ name }: PastedQuotation, forms: readonly string[], likely: Likely, statements: number): Compared[] {
  const weights = weighing(forms, likely.counts, statements);
  const compared = likely.statements.map((statement): Compared => {
    const said = wordsOf(statement.shown);
    const saidForms = said.map(({ form }) => form);
    const { pieces, cost } = compareWords(forms, saidForms);
    const speaker = compareSpeaker(name, statement);
    return { statement, said, pieces, cost, speaker, similarity: similarity(pieces, weights, forms, saidForms) };
  });
  return compared.sort(
    (a, b) =>
      b.similarity - a.similarity ||
      a.cost - b.cost ||
      Number(b.speaker === 'same') - Number(a.speaker === 'same') ||
      (a.statement.published < b.statement.published ? 1 : -1),
  );
}

/** Whether a quotation has dots at an end where the statement has more words. */
export function goesOn(words: string, { said, pieces }: Nearest): boolean {
  const [from, to] = [pieces[0]?.said[0] ?? 0, pieces.at(-1)?.said[1] ?? said.length];
  return (DOTS_BEFORE.test(words) && from > 0) || (DOTS_AFTER.test(words) && to < said.length);
}

/** Whether what agrees is more than the function words of the language. */
const isTelling = (near: Nearest, quoted: readonly Word[]): boolean =>
  agreeing(near) >= ENOUGH_WORDS ||
  wordsIn(near, 'same', 'quoted', quoted).some(({ form }) => !FUNCTION_WORDS.has(form));

/** Whether all the quoted words were said in this order, with words left out between them. */
function isShortened({ pieces }: Nearest, length: number): boolean {
  const cuts = pieces.filter(({ kind }) => kind === 'left out').length;
  return (
    pieces.every((piece) => agrees(piece) || piece.kind === 'left out') && cuts <= Math.max(1, length / WORDS_A_CUT)
  );
}
