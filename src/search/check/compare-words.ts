/** A stretch of words in which a quotation and what was said agree or differ. */
export interface Piece {
  /** `same`: in both; `changed`: said differently; `added`: not said there; `left out`: said, but not quoted. */
  kind: 'same' | 'changed' | 'added' | 'left out';
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

type Step = 'same' | 'changed' | 'added' | 'left out';

/**
 * Aligns a quotation with the words that were said, which may continue before and after it at no cost: approximate
 * matching (Sellers 1980) with affine gaps (Gotoh 1982).
 */
export function compareWords(quoted: readonly string[], said: readonly string[]): Comparison {
  const width = said.length + 1;
  const size = (quoted.length + 1) * width;
  /** The least cost of reaching a cell: by any step, and by leaving out a word; and the steps. */
  const best = new Float64Array(size);
  const leaving = new Float64Array(size).fill(Infinity);
  const steps = new Array<Step>(size);
  for (let row = 1; row <= quoted.length; row++) {
    for (let column = 0; column < width; column++) {
      const at = row * width + column;
      const up = at - width;
      best[at] = (best[up] ?? 0) + 1;
      steps[at] = 'added';
      if (column === 0) continue;
      const isSame = quoted[row - 1] === said[column - 1];
      const across = (best[up - 1] ?? 0) + (isSame ? 0 : 1);
      if (across <= best[at]) {
        best[at] = across;
        steps[at] = isSame ? 'same' : 'changed';
      }
      leaving[at] = Math.min((best[at - 1] ?? 0) + 1, (leaving[at - 1] ?? 0) + EACH_LEFT_OUT);
      if (leaving[at] < best[at]) {
        best[at] = leaving[at];
        steps[at] = 'left out';
      }
    }
  }
  const last = best.subarray(size - width);
  const end = last.reduce((least, cost, column) => (cost < (last[least] ?? 0) ? column : least), 0);
  return { pieces: trace(steps, quoted.length, end, width), cost: last[end] ?? 0 };
}

/** Traces the steps back from the end, and joins consecutive ones of the same kind. */
function trace(steps: readonly Step[], rows: number, end: number, width: number): Piece[] {
  const pieces: Piece[] = [];
  let [row, column] = [rows, end];
  while (row > 0) {
    const kind = steps[row * width + column] ?? 'added';
    const [saidFrom, quotedFrom] = [column - (kind === 'added' ? 0 : 1), row - (kind === 'left out' ? 0 : 1)];
    const [next] = pieces;
    if (next?.kind === kind) {
      next.said[0] = saidFrom;
      next.quoted[0] = quotedFrom;
    } else pieces.unshift({ kind, said: [saidFrom, column], quoted: [quotedFrom, row] });
    [row, column] = [quotedFrom, saidFrom];
  }
  return pieces;
}
