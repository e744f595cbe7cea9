import type { APIRoute } from 'astro';
import { type ArchivedStatement, getArchive } from '../../../site/archive/index.ts';
import { shareImageOf } from '../../../site/archive/share.ts';

export async function getStaticPaths() {
  const archive = await getArchive();
  const paths = [];
  for (const statement of archive.statements) {
    if (await shareImageOf(statement, archive)) paths.push({ params: { id: statement.id }, props: { statement } });
  }
  return paths;
}

/** The preview image for links to a statement. */
export const GET: APIRoute<{ statement: ArchivedStatement }> = async ({ props: { statement } }) =>
  new Response(await shareImageOf(statement, await getArchive()));
