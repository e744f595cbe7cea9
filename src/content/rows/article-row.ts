import type { Day } from '../../base/day.ts';
import type { StatementId } from '../../base/ids.ts';
import type { Address } from '../../text/address.ts';
import { branded } from './branded.ts';
import { z } from 'zod';

const shared = {
  url: branded<Address>(
    z.string().meta({ description: 'The path of its page from the archive’s root, without the site’s base.' }),
  ),
  title: z.string().meta({ description: 'The headline; in brackets where the archive supplied it.' }),
  titleSupplied: z.boolean(),
  authors: z.array(z.strictObject({ name: z.string(), kind: z.enum(['person', 'organisation']) })),
  outlet: z.string().nullable().meta({ description: 'Who published it; null if nobody recorded it.' }),
  archived: branded<Day>(z.iso.date())
    .nullable()
    .meta({ description: 'The day on which it was taken into the archive.' }),
  topics: z.array(z.string()),
};

/** What a row of a statement says of the article. */
export const articleFactsSchema = z.strictObject(shared);

/** One line of `articles.ndjson`. Its JSON Schema is made of this. */
export const articleRowSchema = z
  .strictObject({
    ...shared,
    uri: z.url().meta({ description: 'The absolute address of its page.' }),
    published: branded<Day>(z.iso.date()),
    language: z.string().meta({ description: 'The language of its text, as a BCP 47 tag.' }),
    source: z.string().nullable().meta({ description: 'Where it was published, as a web address.' }),
    rights: z.string().nullable().meta({ description: 'Null where those of the whole archive hold.' }),
    description: z.string().nullable(),
    imported: z
      .strictObject({ from: z.string(), format: z.string(), sha256: z.string() })
      .nullable()
      .meta({ description: 'The file that it was imported from, its format and its SHA-256; null if it was not.' }),
    sha256: z.string().meta({ description: 'The SHA-256 of its canonical text, index.txt.' }),
    characters: z.int().min(0).meta({ description: 'Code points of its canonical text, index.txt.' }),
    statements: z
      .array(branded<StatementId>(z.string()))
      .meta({ description: 'The ids of its statements, in the order of the text.' }),
  })
  .meta({ title: 'Article', description: 'An article of the archive.' });

export type ArticleFacts = z.infer<typeof articleFactsSchema>;
export type ArticleRow = z.infer<typeof articleRowSchema>;
