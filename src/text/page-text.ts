/** A stretch of one block of a page, as indices of its text, end exclusive. */
export interface Stretch {
  block: number;
  start: number;
  end: number;
}

/** The parts of a text directive, `text=[prefix-,]start[,end][,-suffix]`; empty if left out. */
export interface Directive {
  prefix: string;
  start: string;
  end: string;
  suffix: string;
}

/** A stretch of the folded text, end exclusive. */
interface Found {
  start: number;
  end: number;
}

const BREAK = '\n';
/** Combining marks and invisible characters, which a browser's search ignores. */
const IGNORED = /[\p{M}\p{Cf}]/gu;

/**
 * The text of a page as a browser searches it for a text fragment (WICG scroll-to-text-fragment): block by block, in
 * document order. Texts are compared more loosely than browsers do (case, accents, kinds of marks and spaces), so that
 * what is unique here is unique there.
 */
export class PageText {
  readonly blocks: readonly string[];
  /** All blocks, folded, each followed by a line break. */
  readonly #text: string;
  /** For every character of the folded text, its index in its block. */
  readonly #origins: Uint32Array;
  readonly #starts: number[] = [];
  readonly #edges = new Map<number, number[]>();
  /** A cache of where each directive leads: statements with the same words need the same directives. */
  readonly #found = new Map<string, Found | null>();

  /** @param blocks the texts of the blocks, white space folded */
  constructor(blocks: readonly string[]) {
    this.blocks = blocks;
    let text = '';
    const origins: number[] = [];
    for (const block of blocks) {
      this.#starts.push(text.length);
      let index = 0;
      for (const character of block) {
        const folded = fold(character);
        for (let count = 0; count < folded.length; count++) origins.push(index);
        text += folded;
        index += character.length;
      }
      origins.push(index);
      text += BREAK;
    }
    this.#text = text;
    this.#origins = Uint32Array.from(origins);
  }

  /** The word boundaries of a block, ascending (those of Unicode, which browsers use too). */
  edges(block: number): readonly number[] {
    const known = this.#edges.get(block);
    if (known) return known;
    const text = this.blocks[block] ?? '';
    const segments = new Intl.Segmenter('und', { granularity: 'word' }).segment(text);
    const edges = [...Array.from(segments, ({ index }) => index), text.length];
    this.#edges.set(block, edges);
    return edges;
  }

  /** Whether the first match of a directive in a browser is exactly this stretch. */
  leadsTo(directive: Directive, { block, start, end }: Stretch): boolean {
    const key = JSON.stringify(directive);
    const known = this.#found.get(key);
    const found = known === undefined ? this.#find(directive) : known;
    this.#found.set(key, found);
    const from = this.#starts[block] ?? 0;
    const to = from + this.#lengthOf(block);
    const isStart = found && found.start >= from && this.#origins[found.start] === start;
    if (!isStart || found.end > to) return false;
    const last = this.#origins[found.end - 1] ?? 0;
    const rest = this.blocks[block]?.slice(last, end) ?? '';
    // The match must end after the whole of the stretch's last character (which may fold to several); only ignored
    // characters may follow.
    const isEnd =
      this.#origins[found.end] !== last && fold(rest) === fold(String.fromCodePoint(rest.codePointAt(0) ?? 0));
    return last < end && isEnd;
  }

  #lengthOf(block: number): number {
    return (this.#starts[block + 1] ?? this.#text.length) - 1 - (this.#starts[block] ?? 0);
  }

  /** The first match of a directive in the folded text. */
  #find(directive: Directive): Found | null {
    const text = this.#text;
    const { prefix, start: first, end: last, suffix } = mapParts(directive, fold);
    const from = prefix || first;
    if (from === '') return null;
    for (let at = text.indexOf(from); at >= 0; at = text.indexOf(from, at + 1)) {
      const start = prefix ? this.#skipSpace(at + prefix.length) : at;
      if (!text.startsWith(first, start)) continue;
      const after = start + first.length;
      if (last === '') {
        if (this.#isFollowedBy(after, suffix)) return { start, end: after };
        continue;
      }
      for (let tail = text.indexOf(last, after); tail >= 0; tail = text.indexOf(last, tail + 1)) {
        if (this.#isFollowedBy(tail + last.length, suffix)) return { start, end: tail + last.length };
      }
    }
    return null;
  }

  #isFollowedBy(index: number, suffix: string): boolean {
    return suffix === '' || this.#text.startsWith(suffix, this.#skipSpace(index));
  }

  #skipSpace(index: number): number {
    let at = index;
    while (this.#text[at] === ' ' || this.#text[at] === BREAK) at++;
    return at;
  }
}

/** Applies a change to every part of a directive. */
export function mapParts({ prefix, start, end, suffix }: Directive, change: (part: string) => string): Directive {
  return { prefix: change(prefix), start: change(start), end: change(end), suffix: change(suffix) };
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(IGNORED, '')
    .replace(/\s/g, ' ')
    .replace(/[“”„‟«»]/g, '"')
    .replace(/[‘’‚‛‹›]/g, "'")
    .toUpperCase()
    .toLowerCase();
}
