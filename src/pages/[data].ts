import type { APIRoute } from 'astro';
import { getArchive } from '../site/archive/index.ts';
import { dataFiles, schemaFiles } from '../site/data/data-files.ts';
import { REDIRECTS_FILE, redirects } from '../site/feeds/redirects.ts';
import { link } from '../site/site.ts';

export async function getStaticPaths() {
  const archive = await getArchive();
  const moved = redirects(archive.articles, link);
  const files = [
    ...dataFiles(archive),
    ...schemaFiles(),
    ...(moved === null ? [] : [{ name: REDIRECTS_FILE, content: () => moved }]),
  ];
  return files.map(({ name, content }) => ({ params: { data: name }, props: { content } }));
}

/** The archive's data, their JSON Schemas, and the redirects of moved articles. */
export const GET: APIRoute<{ content: () => string }> = ({ props: { content } }) => new Response(content());
