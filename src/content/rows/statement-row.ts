import { STATEMENT_TYPES } from '../../text/statement-types.ts';
import type { Day } from '../../base/day.ts';
import type { Edtf } from '../../base/edtf.ts';
import type { SpeakerId, StatementId } from '../../base/ids.ts';
import type { Address } from '../../text/address.ts';
import { branded } from './branded.ts';
import { z } from 'zod';
import { SAID_BASES } from '../../text/said-basis.ts';
import { STATUSES, TRANSLATED } from '../record-file.ts';
import { articleFactsSchema } from './article-row.ts';

const offset = z.int().min(0);
const evidence = z
  .strictObject({ start: offset, end: offset, text: z.string() })
  .nullable()
  .meta({ description: 'Words of the article that the attribution rests on, with their place.' });

/** One line of `statements.ndjson`. Its JSON Schema is made of this. */
export const statementRowSchema = z
  .strictObject({
    id: branded<StatementId>(
      z.string().meta({ description: 'Ten characters of Crockford base 32, made once and kept for ever.' }),
    ),
    url: branded<Address>(
      z.string().meta({ description: 'The path of its page from the archive’s root, without the site’s base.' }),
    ),
    uri: z.url().meta({ description: 'The absolute address of its page.' }),
    type: z.enum(STATEMENT_TYPES).meta({ description: 'Whole clauses in marks, a fragment in marks, or no marks.' }),
    text: z.string().meta({ description: 'The words of its spans, joined by one space.' }),
    shown: z.string().meta({
      description: 'The words as they are shown and cited: each span in marks of its own, without a comma at its end.',
    }),
    version: z.string().meta({ description: 'A digest of the text, which citations carry as ?v= in the address.' }),
    spans: z
      .array(z.strictObject({ start: offset, end: offset }))
      .min(1)
      .meta({ description: 'Code points of the article’s canonical text (index.txt), from 0, end exclusive.' }),
    fragments: z.array(z.string()).meta({
      description: 'Text directives that lead to the words in the article’s page; none where that is not sure.',
    }),
    speaker: z
      .strictObject({
        id: branded<SpeakerId>(z.string())
          .nullable()
          .meta({ description: 'Null if the speaker has no entry in speakers.json.' }),
        name: z.string().nullable().meta({ description: 'A name without an id is only proposed; null if described.' }),
        described: z
          .string()
          .nullable()
          .meta({ description: 'The words for somebody whom the article does not name.' }),
        kind: z.enum(['person', 'organisation']).nullable(),
        role: z.string().nullable().meta({
          description:
            'The role held on the day of publication or, if none is recorded, the one that the article names.',
        }),
      })
      .nullable()
      .meta({ description: 'Who speaks; null if nobody is named or described.' }),
    source: evidence,
    cue: evidence,
    status: z.enum(STATUSES),
    sure: z.boolean().meta({ description: 'False where the speaker is only probable.' }),
    said: branded<Edtf>(z.string())
      .nullable()
      .meta({ description: 'When it was said, as an EDTF date; null where not known.' }),
    saidBasis: z.enum(SAID_BASES).nullable(),
    translated: z.enum(TRANSLATED),
    published: branded<Day>(z.iso.date().meta({ description: 'The day of the article.' })),
    article: articleFactsSchema,
    language: z.string().meta({ description: 'The language of the words, as a BCP 47 tag.' }),
  })
  .meta({ title: 'Statement', description: 'A quoted or reported statement of the archive.' });

export type StatementRow = z.infer<typeof statementRowSchema>;
