import { shownWords } from '../../src/text/shown-words.ts';
import type { Day } from '../../src/base/day.ts';
import type { SpeakerId, StatementId } from '../../src/base/ids.ts';
import { articleAddress, statementAddress } from '../../src/text/address.ts';
import { join } from 'node:path';
import type { StatementRow } from '../../src/content/rows/statement-row.ts';
import { shortHash } from '../../src/base/hash.ts';
import { goldFolder, loadScorer } from '../gold.ts';

/** PolNeAR's annotated quotations as rows, each once; prints a message and returns none if there is no gold corpus. */
export async function polnearRows(part: 'train' | 'dev' = 'train'): Promise<StatementRow[]> {
  const folder = goldFolder();
  if (!folder) return [];
  const { loadGold } = await loadScorer(folder);
  const rows = loadGold(join(folder, 'polnear', part)).flatMap(({ id: article, text, gold }) =>
    gold.map(({ start, end, sourceText }): StatementRow => {
      const words = text.slice(start, end).replace(/\s+/g, ' ').trim();
      const id = shortHash(`${article}\n${words}`, 10) as StatementId;
      const published = (/\d{4}-\d{2}-\d{2}/.exec(article)?.[0] ?? '2016-01-01') as Day;
      const speaker = sourceText
        ? {
            id: sourceText.toLowerCase() as SpeakerId,
            name: sourceText,
            described: null,
            kind: 'person' as const,
            role: null,
          }
        : null;
      return {
        id,
        url: statementAddress(id),
        uri: `https://archive.example/s/${id}/`,
        type: 'direct',
        text: words,
        shown: shownWords([words], 'direct'),
        version: '',
        spans: [{ start, end }],
        fragments: [],
        speaker,
        source: null,
        cue: null,
        status: 'inferred',
        sure: true,
        said: null,
        saidBasis: null,
        translated: 'unknown',
        published,
        article: {
          url: articleAddress(published, article),
          title: article,
          titleSupplied: false,
          authors: [],
          outlet: null,
          archived: null,
          topics: [],
        },
        language: 'en',
      };
    }),
  );
  return [...new Map(rows.map((row) => [row.text.toLowerCase(), row])).values()];
}
