import type { APIRoute } from 'astro';
import { getArchive } from '../archive/index.ts';
import { dataFiles, schemaFiles } from '../data/data-files.ts';

export async function getStaticPaths() {
  const files = [...dataFiles(await getArchive()), ...schemaFiles()];
  return files.map(({ name, content }) => ({ params: { data: name }, props: { content } }));
}

/** The archive's data, to be taken away, and the schemas that it keeps. */
export const GET: APIRoute<{ content: () => string }> = ({ props: { content } }) => new Response(content());
