import type { Address } from '../text/address.ts';
import type { YamlFile } from '../base/yaml.ts';
import { FORMER_FILE, type FormerFile } from '../content/former.ts';
import { archiveAddresses, isArticle } from '../content/ledger.ts';
import type { ArchiveFolder } from '../content/read-archive.ts';
import type { Article } from '../content/types.ts';
import type { Day } from '../base/day.ts';
import { idOf } from '../content/statement-id.ts';
import { replaceFile } from '../base/write-file.ts';
import { formerPath, type NewGone, withFormer } from './edit-former.ts';

/**
 * Gives every published address that no longer has content a place to lead to: an article that was renamed or given a
 * new date leads to its new address, anything else says that it was taken out. What came back is struck off.
 *
 * @param file `former-addresses.yaml`, if there is one
 * @returns a line for the editor on each address
 */
export function retireAddresses(
  content: string,
  file: YamlFile<FormerFile> | null,
  archive: ArchiveFolder,
  today: Day,
): string[] {
  const { ledger } = archive;
  const live = new Set<string>([...archiveAddresses(archive.articles, archive.speakers).values()].flat());
  const answered = new Set<string>([...live, ...archive.former.map(({ address }) => address)]);
  // What led to an article that was never released there has to lead to where it went.
  const astray = (file?.value?.moved ?? []).filter(
    ({ from, to }) => !live.has(from) && !answered.has(to) && !ledger.has(to),
  );
  const lost = [...ledger.keys()].filter((address) => !answered.has(address));
  const isBack = (address: string): boolean => live.has(address);
  const back = [
    ...(file?.value?.moved ?? []).map(({ from }) => from),
    ...(file?.value?.gone ?? []).map(({ address }) => address),
  ].filter(isBack);
  if (lost.length + astray.length + back.length === 0) return [];

  const fresh = archive.articles.filter(({ address, isDraft }) => !isDraft && !ledger.has(address));
  const moved: FormerFile['moved'] = [];
  const gone: NewGone[] = [];
  const all = [...new Set([...lost, ...astray.map(({ to }) => to)])];
  const vanished = [
    ...lost.map((address) => ({ address, at: address })),
    ...astray.map(({ from, to }) => ({ address: from, at: to })),
  ];
  for (const { address, at } of vanished) {
    const target = movedTo(at, all, fresh) ?? movedTo(address, all, fresh);
    if (target) moved.push({ from: address, to: target.address, on: today });
    else gone.push({ address, on: today, why: 'It is not in the archive any more.' });
  }
  const without = new Set([...back, ...astray.map(({ from }) => from)]);
  replaceFile(formerPath(content), withFormer(file, { moved, gone }, without));
  return [
    ...moved.map(({ from, to }) => `${from} leads to ${to} now.`),
    ...gone.map(({ address }) => `${address} is gone. Write why into ${FORMER_FILE}.`),
    ...back.map((address) => `${address} is back.`),
  ];
}

/**
 * The new article that stood at a lost address. Its statements prove it: their ids were made from that address. Where it
 * has none, the only new article of the same day, or of the same name, among as many lost ones.
 */
function movedTo(address: Address, lost: readonly Address[], fresh: readonly Article[]): Article | null {
  if (!isArticle(address)) return null;
  const proven = fresh.find((article) => hasIdFrom(article, address));
  if (proven) return proven;
  const slug = (path: string): string => path.split('/').at(-2) ?? '';
  const day = (path: string): string => path.slice(0, 11);
  // What was recorded where it is was never anywhere else.
  const unproven = fresh.filter((article) => !hasIdFrom(article, article.address));
  for (const part of [slug, day]) {
    const alike = unproven.filter((article) => part(article.address) === part(address));
    const rivals = lost.filter((other) => isArticle(other) && part(other) === part(address));
    if (alike.length === 1 && rivals.length === 1) return alike[0] ?? null;
  }
  return null;
}

/** Whether the id of one of an article's statements, present or gone, was made while it had some address. */
const hasIdFrom = ({ statements, gone }: Article, address: Address): boolean =>
  statements.some(({ id, text, history }) =>
    [text, ...history.flatMap(({ quote }) => (quote ? [quote.join(' ')] : []))].some(
      (words) => idOf(address, words) === id,
    ),
  ) || gone.some(({ id, was }) => was !== undefined && idOf(address, was) === id);
