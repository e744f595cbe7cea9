import type { StatementId } from '../base/ids.ts';
import type { ArticleSource } from '../content/article-source.ts';
import type { FormerFile } from '../content/former.ts';
import { articleAddresses, isArticle, type Ledger } from '../content/ledger.ts';
import { type Address, statementAddress } from '../text/address.ts';
import { isMadeAt } from '../content/made-at.ts';

/** What is known of the addresses that articles had before. */
export interface FormerAddresses {
  /** Article addresses, released or led to by those, that lost their article since the last run, and what had led there. */
  lost: readonly Address[];
  /** Whether the archive says of a statement's address that it is gone. */
  isGone: (id: StatementId) => boolean;
  /** The addresses that an article had before. */
  of: (source: ArticleSource) => Address[];
}

/** Whether the ids of all its statements show that an article was recorded at the address that it has now. */
function isNew({ address, record }: ArticleSource): boolean {
  const { statements = [] } = record?.value ?? {};
  return statements.length > 0 && statements.every((statement) => isMadeAt(statement, address));
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
  const isAnswered = (address: Address): boolean => live.has(address) || told.has(address);
  const ever = [...articleAddresses(ledger), ...moved.map(({ to }) => to).filter(isArticle)];
  const vanished = [...new Set(ever)].filter((address) => !isAnswered(address));
  const lost = vanished.flatMap((address) => [address, ...before(address)]);
  // An article with a record at an address that was never published is new, or was renamed or given another date.
  const renamed = new Set(
    sources.filter((source) => source.record !== null && !ledger.has(source.address) && !isNew(source)),
  );
  return {
    lost,
    isGone: (id) => told.has(statementAddress(id)),
    of: (source) => [...before(source.address), ...(renamed.has(source) ? lost : [])],
  };
}
