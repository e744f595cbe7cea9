import { oneSpelling } from './spelling-variants.ts';

/** A stretch of words in which a quotation and what was said agree or differ. */
export interface Piece {
  /**
   * `same`: in both; `respelled`: in another accepted spelling; `changed`: said differently; `added`: not said there;
   * `left out`: said, but not quoted.
   */
  kind: 'same' | 'respelled' | 'changed' | 'added' | 'left out';
  /** Indices of the words that were said, end exclusive; empty for `added`. */
  said: [from: number, to: number];
  /** Indices of the quoted words, end exclusive; empty for `left out`. */
  quoted: [from: number, to: number];
}

/** How a quotation compares with the nearest part of a statement. */
export interface Comparison {
  pieces: Piece[];
  /** The cost of the differences: 1 for each word changed or added, a little more than 1 for each cut. */
  cost: number;
}

/** A cut costs 1, and this for each word after its first: leaving out several words together is one edit. */
const EACH_LEFT_OUT = 0.05;
/** Another form of the same word (`sleeping` for `sleeps`) costs less than another word, and so is paired with it. */
const OTHER_FORM = 0.75;
/** So little that only the choice between equal ways is affected: the one in which more words agree. */
const SAME = -0.001;
const RESPELLED = 0;
/** Words that share this many first letters, and most of the longer one, are forms of the same word. */
const SHARED_LETTERS = 4;
const SHARED_PART = 0.6;
/** At most this many words at the end count as changed, rather than added, if the speaker went on. */
const MOST_CHANGED_AT_END = 2;

/** A step of the alignment: what it is, and how many words of each side it takes. */
interface Step {
  kind: Piece['kind'];
  quoted: 0 | 1 | 2;
  said: 0 | 1 | 2;
}
const STEPS = {
  same: { kind: 'same', quoted: 1, said: 1 },
  respelled: { kind: 'respelled', quoted: 1, said: 1 },
  joined: { kind: 'respelled', quoted: 1, said: 2 },
  parted: { kind: 'respelled', quoted: 2, said: 1 },
  changed: { kind: 'changed', quoted: 1, said: 1 },
  added: { kind: 'added', quoted: 1, said: 0 },
  leftOut: { kind: 'left out', quoted: 0, said: 1 },
} as const satisfies Record<string, Step>;

/**
 * Aligns a quotation with the words that were said, which may continue before and after it at no cost: approximate
 * matching (Sellers 1980) with affine gaps (Gotoh 1982).
 *
 * @param quoted the forms of the quoted words
 * @param said the forms of the words that were said
 */
export function compareWords(quoted: readonly string[], said: readonly string[]): Comparison {
  const width = said.length + 1;
  const size = (quoted.length + 1) * width;
  /** The least cost of reaching a cell: by any step, and by leaving out a word; and the steps. */
  const best = new Float64Array(size);
  const leaving = new Float64Array(size).fill(Infinity);
  const steps = new Array<Step>(size);
  const [spelledQuoted, spelledSaid] = [spellings(quoted), spellings(said)];
  for (let row = 1; row <= quoted.length; row++) {
    for (let column = 0; column < width; column++) {
      const at = row * width + column;
      const reach = (from: number, cost: number, step: Step): void => {
        const whole = (best[from] ?? 0) + cost;
        if (whole > (best[at] ?? 0)) return;
        best[at] = whole;
        steps[at] = step;
      };
      best[at] = Infinity;
      reach(at - width, 1, STEPS.added);
      if (column === 0) continue;
      const [word, other] = [quoted[row - 1] ?? '', said[column - 1] ?? ''];
      const [spelled, spelledOther] = [spelledQuoted.one[row - 1], spelledSaid.one[column - 1]];
      const across = at - width - 1;
      if (word === other) reach(across, SAME, STEPS.same);
      else if (spelled === spelledOther) reach(across, RESPELLED, STEPS.respelled);
      else reach(across, isOtherForm(word, other) ? OTHER_FORM : 1, STEPS.changed);
      if (column > 1 && spelled === spelledSaid.two[column - 2]) reach(across - 1, RESPELLED, STEPS.joined);
      if (row > 1 && spelledOther === spelledQuoted.two[row - 2]) reach(across - width, RESPELLED, STEPS.parted);
      leaving[at] = Math.min((best[at - 1] ?? 0) + 1, (leaving[at - 1] ?? 0) + EACH_LEFT_OUT);
      if (leaving[at] < (best[at] ?? 0)) {
        best[at] = leaving[at];
        steps[at] = STEPS.leftOut;
      }
    }
  }
  const last = size - width;
  let end = best.subarray(last).reduce((least, cost, column, all) => (cost < (all[least] ?? 0) ? column : least), 0);
  // The last words of a quotation were changed, not added, if the speaker went on.
  let atEnd = 0;
  while (steps[last - atEnd * width + end] === STEPS.added) atEnd++;
  if (atEnd <= MOST_CHANGED_AT_END) {
    const isAsGood = (): boolean =>
      steps[last + end + 1] === STEPS.changed && (best[last + end + 1] ?? Infinity) <= (best[last + end] ?? 0);
    for (; atEnd > 0 && end + 1 < width && isAsGood(); atEnd--) end++;
  }
  return { pieces: trace(steps, quoted.length, end, width), cost: best[last + end] ?? 0 };
}

/** Whether a piece says the same words as were said. */
export const agrees = ({ kind }: Piece): boolean => kind === 'same' || kind === 'respelled';

/** The accepted spelling of each word, and of each with the one after it. */
function spellings(forms: readonly string[]): { one: string[]; two: string[] } {
  return {
    one: forms.map((form) => oneSpelling([form])),
    two: forms.map((form, place) => oneSpelling([form, forms[place + 1] ?? ''])),
  };
}

/** Whether two words are probably forms of the same one. */
export function isOtherForm(word: string, other: string): boolean {
  let shared = 0;
  while (shared < word.length && word[shared] === other[shared]) shared++;
  return shared >= SHARED_LETTERS && shared >= SHARED_PART * Math.max(word.length, other.length);
}

/** Traces the steps back from the end, and joins consecutive ones of the same kind. */
function trace(steps: readonly Step[], rows: number, end: number, width: number): Piece[] {
  const pieces: Piece[] = [];
  let [row, column] = [rows, end];
  while (row > 0) {
    const { kind, said, quoted } = steps[row * width + column] ?? STEPS.added;
    const [saidFrom, quotedFrom] = [column - said, row - quoted];
    const [next] = pieces;
    if (next?.kind === kind) {
      next.said[0] = saidFrom;
      next.quoted[0] = quotedFrom;
    } else pieces.unshift({ kind, said: [saidFrom, column], quoted: [quotedFrom, row] });
    [row, column] = [quotedFrom, saidFrom];
  }
  return pieces;
}
