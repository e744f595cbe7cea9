import { z } from 'zod';
import { articleRowSchema } from './article-row.ts';
import { statementRowSchema } from './statement-row.ts';

/** `index.json` beside an article: everything that the archive knows of it but its text. */
export const articleJsonSchema = z
  .strictObject({
    archive: z.string().meta({ description: 'The name of the archive.' }),
    article: articleRowSchema,
    statements: z.array(statementRowSchema),
  })
  .meta({ title: 'Article with statements', description: 'An article of the archive and its statements.' });

export type ArticleJson = z.infer<typeof articleJsonSchema>;
