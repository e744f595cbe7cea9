import { normalizeWords } from '../../content/statement-id.ts';
import type { Archive, ArchivedStatement } from './index.ts';

let known: { archive: Archive; byWords: Map<string, ArchivedStatement[]> } | undefined;

/** The statements of the archive that have the same words as one that was removed. */
export function alsoAt(was: string, archive: Archive): ArchivedStatement[] {
  if (known?.archive !== archive) {
    known = { archive, byWords: Map.groupBy(archive.statements, ({ text }) => normalizeWords(text)) };
  }
  return known.byWords.get(normalizeWords(was)) ?? [];
}
