import type { APIRoute } from 'astro';
import { z } from 'astro/zod';
import { statementRowSchema } from '../data/statement-row.ts';
import { absolute } from '../site.ts';

/** The JSON Schema of a line of `statements.ndjson`. */
export const GET: APIRoute = () => {
  const schema = { $id: absolute('/statements.schema.json'), ...z.toJSONSchema(statementRowSchema) };
  return new Response(`${JSON.stringify(schema, null, 2)}\n`);
};
