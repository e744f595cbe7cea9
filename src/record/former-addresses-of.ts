import type { ArticleSource } from '../archive/article-source.ts';
import type { FormerFile } from '../archive/former.ts';
import { articleAddresses, type Ledger } from '../archive/ledger.ts';
import { type Address, statementAddress } from '../article/address.ts';

/** What is known of the addresses that articles had before. */
export interface FormerAddresses {
  /** Article addresses that lost their article since the last run, and those that had led there. */
  lost: readonly Address[];
  /** Whether an article went with its record, so that statements may be lost that no editor removed. */
  isRecordLost: boolean;
  /** Whether the archive says of a statement's address that it is gone. */
  isGone: (id: string) => boolean;
  /** The addresses that an article had before. */
  of: (source: ArticleSource) => Address[];
}

/** Finds which published addresses articles had before: those that lead to them, and those lost since the last run. */
export function formerAddressesOf(
  sources: readonly ArticleSource[],
  ledger: Ledger,
  file: FormerFile | null,
): FormerAddresses {
  const { moved = [], gone = [] } = file ?? {};
  const live = new Set<string>(sources.map(({ address }) => address));
  const told = new Set<string>([...moved.map(({ from }) => from), ...gone.map(({ address }) => address)]);
  const into = Map.groupBy(moved, ({ to }) => to);
  const before = (address: Address, seen = new Set<Address>()): Address[] =>
    (into.get(address) ?? [])
      .filter(({ from }) => !seen.has(from))
      .flatMap(({ from }) => [from, ...before(from, seen.add(from))]);
  const vanished = articleAddresses(ledger).filter((address) => !live.has(address) && !told.has(address));
  const lost = vanished.flatMap((address) => [address, ...before(address)]);
  // An article with a record at an address that was never published was renamed or given another date.
  const isRenamed = ({ address, record }: ArticleSource): boolean => record !== null && !ledger.has(address);
  const renamed = sources.filter(isRenamed).length;
  return {
    lost,
    isRecordLost: vanished.length > renamed,
    isGone: (id) => told.has(statementAddress(id)),
    of: (source) => [...before(source.address), ...(isRenamed(source) ? lost : [])],
  };
}
