import { createHash } from 'node:crypto';
import { formsOf } from '../text/words.ts';

/** The words of a shingle. */
const SHINGLE = 6;
/** One shingle in N is kept: those whose hash says so, so that two texts keep the same ones. */
const ONE_IN = 8;
/** The most shingles that are kept of a text. */
const MOST = 64;
/** Only the beginning of a long text is looked at, in characters. */
const READ = 20_000;
/** Texts that share this part of their shingles are the same story. */
const SAME = 0.6;
/** Texts of fewer kept shingles are too short to tell. */
const FEWEST = 4;

/**
 * A sketch of a text for finding texts that are nearly the same: a sample of the hashes of its word sequences, chosen by
 * the hashes themselves (Broder, "On the resemblance and containment of documents", 1997).
 */
export function sketchOf(text: string): number[] {
  const forms = formsOf(text.slice(0, READ));
  const hashes = new Set<number>();
  for (let at = 0; at + SHINGLE <= forms.length; at++) {
    const hash = createHash('md5')
      .update(forms.slice(at, at + SHINGLE).join(' '))
      .digest()
      .readUInt32LE();
    if (hash % ONE_IN === 0) hashes.add(hash);
  }
  return [...hashes].sort((a, b) => a - b).slice(0, MOST);
}

/** Finds among texts, by their sketches, one that is nearly the same as another. */
export class Sketches {
  readonly #texts = new Map<number, Set<string>>();

  /** The name of a text that has most of the shingles; `null` if none has. */
  nearest(sketch: readonly number[]): string | null {
    if (sketch.length < FEWEST) return null;
    const shared = new Map<string, number>();
    for (const hash of sketch)
      for (const name of this.#texts.get(hash) ?? []) shared.set(name, (shared.get(name) ?? 0) + 1);
    const [most] = [...shared].sort(([, a], [, b]) => b - a);
    return most && most[1] >= SAME * sketch.length ? most[0] : null;
  }

  add(name: string, sketch: readonly number[]): void {
    for (const hash of sketch) {
      const names = this.#texts.get(hash);
      if (names) names.add(name);
      else this.#texts.set(hash, new Set([name]));
    }
  }
}
