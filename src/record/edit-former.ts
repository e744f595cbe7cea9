import { join } from 'node:path';
import { Document, isMap, isSeq } from 'yaml';
import type { YamlFile } from '../base/yaml.ts';
import { FORMER_FILE, type FormerFile } from '../content/former.ts';

const HEADING = ` Addresses that were published once and have no content of their own now. Written by \`npm run record\`; the
 reasons are yours to word. Its fields: docs/editing.md.`;

/** An address whose content is gone, as it is first written. */
export type NewGone = Omit<FormerFile['gone'][number], 'withhold'> & { withhold?: boolean };

/** Where the file of former addresses is. */
export const formerPath = (content: string): string => join(content, FORMER_FILE);

/**
 * The text of `former-addresses.yaml` with more entries.
 *
 * @param without addresses whose entries are left out
 */
export function withFormer(
  file: YamlFile<FormerFile> | null,
  { moved = [], gone = [] }: { moved?: FormerFile['moved']; gone?: readonly NewGone[] },
  without: ReadonlySet<string>,
): string {
  const document = file?.document ?? new Document({ moved: [], gone: [] });
  document.commentBefore ??= HEADING;
  for (const [key, field, entries] of [
    ['moved', 'from', moved],
    ['gone', 'address', gone],
  ] as const) {
    const existing = document.get(key, true);
    const list = isSeq(existing) ? existing : document.createNode([]);
    if (!isSeq(existing)) document.set(key, list);
    const kept = list.items.filter((item) => !(isMap(item) && without.has(String(item.get(field)))));
    list.items = [...kept, ...entries.map((entry) => document.createNode(entry))];
    list.flow = list.items.length === 0;
  }
  return document.toString({ lineWidth: 0 });
}
