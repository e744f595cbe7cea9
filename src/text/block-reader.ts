import { foldSpace } from './canonical-text.ts';
import type { Stretch } from './page-text.ts';

/** Gathers the text of a page block by block, as its nodes are walked in the order of the document. */
export class BlockReader {
  readonly blocks: string[];
  #isOpen = false;
  /** Known apart from the block: to look at its end while it grows takes as long as to copy it. */
  #endsInSpace = false;

  /** @param before the texts of blocks that stand before what is walked */
  constructor(before: readonly string[] = []) {
    this.blocks = [...before];
  }

  /** Adds a text node; gives where it stands, or `null` where nothing of it is shown. */
  add(value: string): Stretch | null {
    const folded = foldSpace(value);
    const before = this.#isOpen ? (this.blocks.at(-1) ?? '') : '';
    const kept = (before === '' || this.#endsInSpace) && folded.startsWith(' ') ? folded.slice(1) : folded;
    if (kept === '') return null;
    this.#endsInSpace = kept.endsWith(' ');
    if (!this.#isOpen) this.blocks.push('');
    this.#isOpen = true;
    const block = this.blocks.length - 1;
    this.blocks[block] = before + kept;
    return { block, start: before.length, end: before.length + kept.length };
  }

  /** Ends a block: where one begins or ends, and at a line break or a picture, over which no search goes. */
  close(): void {
    this.#isOpen = false;
  }
}

/** Stretches with those joined that follow on each other in one block. */
export function joinStretches(stretches: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const stretch of stretches) {
    const last = joined.at(-1);
    if (last?.block === stretch.block && last.end === stretch.start) last.end = stretch.end;
    else joined.push({ ...stretch });
  }
  return joined;
}
