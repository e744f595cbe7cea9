import type { APIRoute } from 'astro';
import { getArchive } from '../archive/index.ts';
import { statementRow } from '../archive/statement-row.ts';
import { absolute } from '../site.ts';

/** Every statement, one a line. */
export const GET: APIRoute = async () => {
  const { statements } = await getArchive();
  return new Response(statements.map((statement) => `${JSON.stringify(statementRow(statement, absolute))}\n`).join(''));
};
