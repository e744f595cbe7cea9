import type { APIRoute } from 'astro';
import { getArchive } from '../archive/index.ts';
import { inRecordOrder } from '../archive/record-order.ts';
import { statementRow } from '../archive/statement-row.ts';
import { absolute } from '../site.ts';

/** Every statement, one a line, in the order of publication. */
export const GET: APIRoute = async () => {
  const { statements } = await getArchive();
  const rows = statements.map((statement) => statementRow(statement, absolute)).sort(inRecordOrder);
  return new Response(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
};
