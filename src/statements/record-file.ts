import { z } from 'astro/zod';
import { day, edtf, line, oneOf, oneOrMore, yesOrNo } from '../base/fields.ts';

/** The ten characters of a statement's id. */
export const STATEMENT_ID = /^[0-9a-hjkmnp-tv-z]{10}$/;

const id = line.refine(
  (text) => STATEMENT_ID.test(text),
  'is not a statement id. Ids are made by `npm run record`; leave the field as it was made.',
);

/** Exact words of the canonical text; `occurrence` counts from 1 where the same words stand more than once. */
const words = z
  .string({ error: 'is missing. Copy the exact words from the article.' })
  .min(1, 'is empty. Copy the exact words.');
const occurrence = z.int('is not a whole number.').min(1, 'counts from 1.').optional();
const anchor = z.union([words, z.strictObject({ quote: words, occurrence })]);

export const TYPES = ['direct', 'partial', 'reported'] as const;
export const STATUSES = ['confirmed', 'inferred', 'disputed', 'unattributed'] as const;
export const SAID_BASES = ['text', 'broadcast', 'same-occasion', 'editor'] as const;
export const TRANSLATED = ['yes', 'no', 'unknown'] as const;

const statement = z.strictObject({
  /** Made once by `npm run record`, kept for ever. Left out in an entry that an editor has just written. */
  id: id.optional(),
  /** `direct`: whole clauses in marks. `partial`: a fragment in marks. `reported`: no marks. */
  type: oneOf(TYPES),
  /** The exact words of each span, without the marks. */
  quote: oneOrMore(words).refine((spans) => spans.length > 0, 'is empty. Copy the exact words from the article.'),
  /** Which one is meant where the first words of `quote` stand more than once, from 1. */
  occurrence,
  /** Who speaks: the name of a file in `speakers/` without `.yaml`. Left out while nobody is known. */
  speaker: line.optional(),
  /** The words that name the speaker in the article, such as "he". */
  source: anchor.optional(),
  /** The words that attribute, such as "told". */
  cue: anchor.optional(),
  /** `confirmed` by an editor, `inferred` by the program, `disputed`, or `unattributed`. */
  status: oneOf(STATUSES),
  /** `false` where the speaker is only probable. */
  sure: yesOrNo.default(true),
  /** When it was said (EDTF), where that is known. */
  said: edtf.optional(),
  /** What the date rests on. */
  saidBasis: oneOf(SAID_BASES).optional(),
  /** Whom it was said to. */
  addressee: line.optional(),
  /** Whether the words are a translation of what was said. */
  translated: oneOf(TRANSLATED).default('unknown'),
  /** Anything that a reader should know. */
  note: line.optional(),
  /** What stood here before a correction, the latest first. */
  history: z
    .array(z.strictObject({ until: day, quote: oneOrMore(words).optional(), speaker: line.optional(), why: line }))
    .default([]),
});

const goneEntry = z.strictObject({
  /** The id that the statement had. */
  id,
  /** Its words. */
  was: words.optional(),
  /** The day on which it went. */
  on: day,
  /** Why: a sentence for readers. */
  why: line,
  /** `true` where the words may not be shown any more (a court, a right to be forgotten). */
  withhold: yesOrNo.default(false),
});

/** The record that stands beside an article, `NAME.statements.yaml`. */
export const recordSchema = z.strictObject({
  statements: z.array(statement).default([]),
  gone: z.array(goneEntry).default([]),
});

export type StatementRecord = z.infer<typeof recordSchema>;
export type RecordedStatement = StatementRecord['statements'][number];
export type GoneStatement = StatementRecord['gone'][number];
export type Anchor = z.infer<typeof anchor>;

/** The name of the record that belongs to an article's file. */
export const recordName = (articleName: string): string => articleName.replace(/\.md$/, '.statements.yaml');
