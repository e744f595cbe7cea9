import { highlight } from './show-highlights.ts';
import { type Shown, type Span, wordsOf } from './shown-statement.ts';

/** What becomes of the words that are being marked. */
export type Purpose = 'spans' | 'mark' | 'split';

/** Words of the article that are being marked with arrow keys. */
export class Marking {
  readonly purpose: Purpose;
  readonly #shown: Shown;
  /** The spans before the last and the last, which the keys change. */
  readonly #before: readonly Span[];
  #start: number;
  #end: number;
  /** Where words begin and end in the paragraphs that are shown. */
  readonly #words: readonly Span[];

  constructor(shown: Shown, purpose: Purpose) {
    this.purpose = purpose;
    this.#shown = shown;
    this.#words = wordsIn(shown);
    const own = purpose === 'spans' ? shown.spans : [];
    const last =
      own.at(-1) ??
      this.#firstAfter(purpose === 'split' ? (shown.spans[0]?.start ?? 0) : (shown.spans.at(-1)?.end ?? 0));
    this.#before = own.slice(0, -1);
    this.#start = last.start;
    this.#end = last.end;
    this.#show();
  }

  get spans(): Span[] {
    return [...this.#before, { start: this.#start, end: this.#end }];
  }

  /** The words that are marked now. */
  get words(): string {
    return this.spans.map((span) => wordsOf(this.#shown, span)).join(' … ');
  }

  /**
   * Moves the end by a word or, with Shift, the beginning; up and down move both by ten words.
   *
   * @returns whether the key is one of these
   */
  press(key: string, isShift: boolean): boolean {
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 10, ArrowUp: -10 }[key];
    if (step === undefined) return false;
    const isBoth = Math.abs(step) > 1;
    const [first, last] = [this.#indexOfStart(), this.#indexOfEnd()];
    if (isBoth || isShift) this.#start = this.#wordAt(first + step, isBoth ? null : last).start;
    if (isBoth || !isShift)
      this.#end = this.#wordAt(isBoth ? this.#indexOfStart() + last - first : Math.max(first, last + step), null).end;
    this.#show();
    return true;
  }

  /** Ends without doing anything. */
  end(): void {
    highlight(this.#shown, 'marking', []);
  }

  #show(): void {
    highlight(this.#shown, 'marking', this.spans);
  }

  #indexOfStart(): number {
    const index = this.#words.findIndex(({ end }) => end > this.#start);
    return index < 0 ? this.#words.length - 1 : index;
  }

  #indexOfEnd(): number {
    return this.#words.findLastIndex(({ start }) => start < this.#end);
  }

  /** A word by its number; the nearest one if there is none, and none after `most`. */
  #wordAt(index: number, most: number | null): Span {
    // Not into the parts before, which stay as they are.
    const end = this.#before.at(-1)?.end ?? 0;
    const first = Math.max(
      0,
      this.#words.findIndex(({ start }) => start >= end),
    );
    const nearest = Math.max(first, Math.min(index, most ?? this.#words.length - 1, this.#words.length - 1));
    return this.#words[nearest] ?? { start: this.#start, end: this.#end };
  }

  #firstAfter(at: number): Span {
    return this.#words.find(({ start }) => start >= at) ?? this.#words[0] ?? { start: at, end: at };
  }
}

/** The words of the paragraphs, each with the stop that follows it at the end of a sentence. */
function wordsIn({ paragraphs, section }: Shown): Span[] {
  const language = section.querySelector('[lang]')?.getAttribute('lang') ?? 'en';
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  return paragraphs.flatMap(({ node, start }) =>
    [...segmenter.segment(node.data)]
      .filter(({ isWordLike }) => isWordLike)
      .map(({ index, segment }) => {
        const stop = /^[.!?…]+/.exec(node.data.slice(index + segment.length))?.[0].length ?? 0;
        return { start: start + index, end: start + index + segment.length + stop };
      }),
  );
}
