import { shownPath } from '../base/settings.ts';
import { counted } from '../base/counted.ts';
import type { Outcome } from '../import/place-article.ts';

/** The widest column of a table, in characters. */
const WIDEST = 44;

const SIGNS: Record<Outcome['status'], string> = {
  new: ' ',
  updated: 'u',
  same: '=',
  differs: '≠',
  refused: '✗',
};

/** A file and where in it: `export.xml, post 12`. */
export const whereOf = ({ file, place }: Pick<Outcome, 'file' | 'place'>): string =>
  place ? `${file}, ${place}` : file;

/** An outcome as lines of a table: the file, and what is known of its article; then its warnings. */
export function tableLines(outcome: Outcome): string {
  const { status, path, day, title, authors, outlet, words, quotations, warnings, problem, format, encoding } = outcome;
  const read = encoding && encoding !== 'utf-8' ? `${format}, ${encoding}` : format;
  const head = `${SIGNS[status]} ${whereOf(outcome)}${read ? ` (${read})` : ''}`;
  if (status === 'refused') return `${head}\n    ${problem ?? ''}`;
  const facts = [
    day ?? '',
    cut(title ?? ''),
    cut(authors.join(', ') || 'no author'),
    cut(outlet ?? 'no outlet'),
    counted(words, 'word'),
    counted(quotations, 'quotation'),
  ].join(' | ');
  const is = {
    new: shownPath(path ?? ''),
    updated: `${shownPath(path ?? '')} gets the new text`,
    same: `already imported, same text: ${shownPath(path ?? '')}`,
    differs: problem ?? '',
  }[status];
  return [head, `    ${facts}`, `    ${is}`, ...warnings.map((warning) => `    ! ${warning}`)].join('\n');
}

const cut = (text: string): string => (text.length > WIDEST ? `${text.slice(0, WIDEST - 1)}…` : text);

/** Counts outcomes, and says in the end how many there were of each kind, and why some are not imported. */
export class Summary {
  readonly #statuses = new Map<Outcome['status'], number>();
  readonly #reasons = new Map<string, number>();
  readonly #encodings = new Map<string, number>();
  #words = 0;
  #quotations = 0;
  #warned = 0;
  /** What to do with each file that is not imported or has a warning. */
  readonly report: string[] = [];

  add(outcome: Outcome): void {
    const { status, reason, problem, warnings, words, quotations, encoding } = outcome;
    count(this.#statuses, status);
    if (reason !== null) count(this.#reasons, reason);
    if (encoding) count(this.#encodings, encoding);
    if (status === 'new' || status === 'updated') {
      this.#words += words;
      this.#quotations += quotations;
    }
    if (warnings.length > 0 && status !== 'same') this.#warned++;
    const lines =
      status === 'same' ? [] : [...(problem === null ? [] : [problem]), ...warnings.map((text) => `Warning: ${text}`)];
    if (lines.length > 0) this.report.push(`${whereOf(outcome)}\n${lines.map((line) => `  ${line}`).join('\n')}\n`);
  }

  get total(): number {
    return [...this.#statuses.values()].reduce((sum, one) => sum + one, 0);
  }

  get notImported(): number {
    return this.#of('refused') + this.#of('differs');
  }

  #of(status: Outcome['status']): number {
    return this.#statuses.get(status) ?? 0;
  }

  /** The summary, in a few lines. */
  lines(isWriting: boolean): string[] {
    const good = this.#of('new') + this.#of('updated');
    const told = isWriting ? 'imported' : 'can be imported; add --write to write';
    const reasons = [...this.#reasons].sort(([, a], [, b]) => b - a).map(([reason, number]) => `${number} ${reason}`);
    const others = [...this.#encodings]
      .filter(([encoding]) => encoding !== 'utf-8')
      .map(([encoding, number]) => `${number} ${encoding}`);
    return [
      `${good} of ${this.total} ${told}.`,
      ...(good > 0 ? [`${counted(this.#words, 'word')}, ${counted(this.#quotations, 'quotation')}.`] : []),
      ...(this.#of('same') > 0 ? [`${this.#of('same')} already imported, same text.`] : []),
      ...(this.#warned > 0 ? [`${this.#warned} with warnings.`] : []),
      ...(others.length > 0 ? [`Not in UTF-8: ${others.join(', ')}.`] : []),
      ...(reasons.length > 0 ? [`Not imported: ${reasons.join(', ')}.`] : []),
    ];
  }
}

const count = <Key>(counts: Map<Key, number>, key: Key): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
