import type { StatementId } from '../base/ids.ts';
import type { Ledger } from '../content/ledger.ts';
import { makeStatementId } from '../content/statement-id.ts';
import { type Address, statementAddress } from '../text/address.ts';

/** The ids that an archive has and had. */
type UsedIds = Pick<Set<StatementId>, 'has' | 'add'>;

/** Makes ids for statements, each different from all that the archive has and had. */
export class NewIds {
  readonly #used: UsedIds;
  readonly #ledger: Ledger;
  /** Where the search for a free id goes on for words that were given one: equal words may be many. */
  readonly #counters = new Map<string, number>();

  /** @param used every id in use, to which new ones are added */
  constructor(used: UsedIds, ledger: Ledger) {
    this.#used = used;
    this.#ledger = ledger;
  }

  /** @param address that of the article */
  make(address: Address, words: string): StatementId {
    const isTaken = (id: StatementId): boolean => this.#used.has(id) || this.#ledger.has(statementAddress(id));
    const key = `${address} ${words}`;
    const { id, counter } = makeStatementId(address, words, isTaken, this.#counters.get(key));
    this.#counters.set(key, counter + 1);
    this.#used.add(id);
    return id;
  }
}
