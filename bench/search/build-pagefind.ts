import { close, createIndex } from 'pagefind';
import type { StatementRow } from '../../src/content/rows/statement-row.ts';

/** Builds an index of statements with Pagefind, for comparison with the static one. */
export async function buildPagefind(rows: Iterable<StatementRow>, folder: string): Promise<void> {
  const { index, errors } = await createIndex({ forceLanguage: 'en' });
  if (!index) throw new Error(`Pagefind cannot start: ${errors.join('; ')}`);
  for (const { id, text, language, type, status, speaker, published, article } of rows) {
    const { errors: refused } = await index.addCustomRecord({
      url: `${article.url}#s-${id}`,
      content: text,
      language,
      // Pagefind searches what it stores: the title of the article is left out.
      meta: { title: speaker?.name ?? '', role: speaker?.role ?? '' },
      filters: {
        ...(speaker?.id ? { speaker: [speaker.id] } : {}),
        ...(article.outlet ? { outlet: [article.outlet] } : {}),
        topic: article.topics,
        year: [published.slice(0, 4)],
        type: [type],
        status: [status],
      },
      sort: { published },
    });
    if (refused.length > 0) throw new Error(`Pagefind refuses the statement ${id}: ${refused.join('; ')}`);
  }
  const { errors: failed } = await index.writeFiles({ outputPath: folder });
  if (failed.length > 0) throw new Error(`Pagefind cannot write its index: ${failed.join('; ')}`);
  await close();
}
