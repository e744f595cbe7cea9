import { join } from 'node:path';
import { Document, isMap, isSeq } from 'yaml';
import type { Address } from '../article/address.ts';
import { FORMER_FILE, type FormerFile, readFormerFile } from '../archive/former.ts';
import { archiveAddresses, type Ledger } from '../archive/ledger.ts';
import type { ArchiveFolder } from '../archive/read-archive.ts';
import type { Article } from '../archive/types.ts';
import type { Day } from '../base/day.ts';
import { idOf } from '../statements/statement-id.ts';
import { replaceFile } from '../base/write-file.ts';

const HEADING = ` Addresses that were published once and have no content of their own now. Written by \`npm run record\`; the
 reasons are yours to word. Its fields: src/archive/former.ts.`;

/**
 * Gives every published address that has no content any more a place to lead to: an article that was renamed or dated
 * anew leads to its new address, anything else says that it was taken out. What came back is struck off.
 *
 * @returns a line for the editor on each address
 */
export function retireAddresses(content: string, ledger: Ledger, archive: ArchiveFolder, today: Day): string[] {
  const live = new Set<string>([...archiveAddresses(archive.articles, archive.speakers).values()].flat());
  const answered = new Set<string>([...live, ...archive.former.map(({ address }) => address)]);
  const lost = [...ledger.keys()].filter((address) => !answered.has(address)) as Address[];
  const file = readFormerFile(content);
  const isBack = (address: string): boolean => live.has(address);
  const back = [
    ...(file?.value?.moved ?? []).map(({ from }) => from),
    ...(file?.value?.gone ?? []).map(({ address }) => address),
  ].filter(isBack);
  if (lost.length === 0 && back.length === 0) return [];

  const fresh = archive.articles.filter(({ address, isDraft }) => !isDraft && !ledger.has(address));
  const moved: FormerFile['moved'] = [];
  const gone: Omit<FormerFile['gone'][number], 'withhold'>[] = [];
  for (const address of lost) {
    const target = movedTo(address, lost, fresh);
    if (target) moved.push({ from: address, to: target.address, on: today });
    else gone.push({ address, on: today, why: 'It is not in the archive any more.' });
  }
  write(content, moved, gone, new Set(back));
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
  if (!/^\/\d{4}\//.test(address)) return null;
  const wasHere = ({ statements, gone }: Article): boolean =>
    statements.some(({ id, text, history }) =>
      [text, ...history.flatMap(({ quote }) => (quote ? [quote.join(' ')] : []))].some(
        (words) => idOf(address, words) === id,
      ),
    ) || gone.some(({ id, was }) => was !== undefined && idOf(address, was) === id);
  const proven = fresh.find(wasHere);
  if (proven) return proven;
  const slug = (path: string): string => path.split('/').at(-2) ?? '';
  const day = (path: string): string => path.slice(0, 11);
  for (const part of [slug, day]) {
    const alike = fresh.filter((article) => part(article.address) === part(address));
    const rivals = lost.filter((other) => /^\/\d{4}\//.test(other) && part(other) === part(address));
    if (alike.length === 1 && rivals.length === 1) return alike[0] ?? null;
  }
  return null;
}

function write(content: string, moved: object[], gone: object[], back: ReadonlySet<string>): void {
  const document = readFormerFile(content)?.document ?? new Document({ moved: [], gone: [] });
  document.commentBefore ??= HEADING;
  for (const [key, field, entries] of [
    ['moved', 'from', moved],
    ['gone', 'address', gone],
  ] as const) {
    const existing = document.get(key, true);
    const list = isSeq(existing) ? existing : document.createNode([]);
    if (!isSeq(existing)) document.set(key, list);
    list.items = list.items.filter((item) => !(isMap(item) && back.has(String(item.get(field)))));
    list.items.push(...entries.map((entry) => document.createNode(entry)));
    list.flow = list.items.length === 0;
  }
  replaceFile(join(content, FORMER_FILE), document.toString({ lineWidth: 0 }));
}
