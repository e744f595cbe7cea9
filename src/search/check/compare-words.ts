/** A stretch of words in which a quotation and what was said agree or differ. */
export interface Piece {
  /** `same`: in both; `changed`: said otherwise; `added`: never said there; `left out`: said, and not quoted. */
  kind: 'same' | 'changed' | 'added' | 'left out';
  /** Places of the words that were said, end exclusive; empty for `added`. */
  said: [from: number, to: number];
  /** Places of the words quoted, end exclusive; empty for `left out`. */
  quoted: [from: number, to: number];
}

/** How a quotation compares with the part of a statement that it is nearest to. */
export interface Comparison {
  pieces: Piece[];
  /** What the differences weigh: a word changed or added 1, words left out in one place a little more. */
  cost: number;
}

/** Words left out in one place weigh as much as a word and this for each more: a cut is one act. */
const EACH_LEFT_OUT = 0.05;

type Step = 'same' | 'changed' | 'added' | 'left out';

/**
 * Aligns a quotation with the words that were said, which may go on before and after it without weight: approximate
 * matching (Sellers 1980) with affine gaps (Gotoh 1982).
 */
export function compareWords(quoted: readonly string[], said: readonly string[]): Comparison {
  const width = said.length + 1;
  const size = (quoted.length + 1) * width;
  /** The least cost of reaching a cell, in any way and by leaving a word out; and the ways. */
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

/** The steps back from the end, joined where they are of one kind. */
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
