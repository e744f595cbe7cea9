import { foldSpace } from './canonical-text.ts';
import type { Stretch } from './page-text.ts';

/** Collects the text of a page block by block while its nodes are visited in document order. */
export class BlockReader {
  readonly blocks: string[];
  #isOpen = false;
  /** Tracked separately: reading the end of a string while it grows costs as much as copying it. */
  #endsInSpace = false;

  /** @param before the texts of the blocks before the first node */
  constructor(before: readonly string[] = []) {
    this.blocks = [...before];
  }

  /** Adds a text node; returns its place, or `null` if none of it is shown. */
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

  /**
   * Ends a block: at the start and end of a block element, and at a line break or image, which no search matches
   * across.
   */
  close(): void {
    this.#isOpen = false;
  }
}

/** Joins stretches that follow each other directly in one block. */
export function joinStretches(stretches: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const stretch of stretches) {
    const last = joined.at(-1);
    if (last?.block === stretch.block && last.end === stretch.start) last.end = stretch.end;
    else joined.push({ ...stretch });
  }
  return joined;
}
