import type { FormerFile } from '../content/former.ts';
import { shortHash } from '../base/hash.ts';

/** Enough that no two names have the same digest by chance. */
const LENGTH = 20;

/** The digest of a name, by which it is known again although the archive does not keep it. */
export const nameDigest = (name: string): string => shortHash(name.normalize('NFC').toLowerCase(), LENGTH);

/** The people who were withdrawn, by digests of their names. */
export class WithdrawnNames {
  readonly #described = new Map<string, string | null>();

  constructor(former: FormerFile | null) {
    for (const { names = [], described } of former?.gone ?? [])
      for (const name of names) this.#described.set(name, described ?? null);
  }

  /**
   * What a name of somebody who was withdrawn gives way to.
   *
   * @returns words that describe them; `null` if nothing is to be shown; `undefined` for the name of anybody else
   */
  get(name: string): string | null | undefined {
    return this.#described.get(nameDigest(name));
  }
}
