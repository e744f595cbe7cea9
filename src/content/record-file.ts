import { SAID_BASES } from '../text/said-basis.ts';
import { STATEMENT_TYPES } from '../text/statement-types.ts';
import { z } from 'zod';
import { day, edtf, line, oneOf, oneOrMore, onlyCharacters, speakerId, statementId, yesOrNo } from '../base/fields.ts';

/** Exact words of the canonical text, which is NFC, however an editor's keyboard composes its letters. */
const words = onlyCharacters(
  z.string({ error: 'is missing. Copy the exact words from the article.' }).min(1, 'is empty. Copy the exact words.'),
).transform((text) => text.normalize('NFC'));
const count = z.int('is not a whole number.').min(1, 'counts from 1.').optional();

/**
 * Words of the article that an attribution rests on: those nearest to the statement, or with `nearest: 2` the second
 * nearest. Records made by earlier versions count with `occurrence` from the article's beginning.
 */
const anchor = z.union([words, z.strictObject({ quote: words, nearest: count, occurrence: count })]);

/** The format of records that this version reads and writes; `npm run upgrade` brings older ones up to it. */
export const RECORD_VERSION = 2;

const version = z.literal(
  RECORD_VERSION,
  `is not ${RECORD_VERSION}. A newer version of Verbatim may have written this record: update Verbatim.`,
);

export const STATUSES = ['confirmed', 'inferred', 'disputed', 'unattributed'] as const;
export type StatementStatus = (typeof STATUSES)[number];
export const TRANSLATED = ['yes', 'no', 'unknown'] as const;

const around = onlyCharacters(z.string('is not a text. Delete the line; `npm run record` writes it again.'))
  .transform((text) => text.normalize('NFC'))
  .optional();

const statement = z.strictObject({
  /** Made once by `npm run record`, kept for ever. Left out in an entry that an editor has just written. */
  id: statementId.optional(),
  /** `direct`: whole clauses in marks. `partial`: a fragment in marks. `reported`: no marks. */
  type: oneOf(STATEMENT_TYPES),
  /** The exact words of each span, without the marks. */
  quote: oneOrMore(words).refine((spans) => spans.length > 0, 'is empty. Copy the exact words from the article.'),
  /** Which one is meant when the first words of `quote` appear more than once, from 1. */
  occurrence: count,
  /**
   * When they appear more than once, up to five words of the text on each side. Written by `npm run record`, which finds
   * the statement again by them when the article was edited.
   */
  before: around,
  after: around,
  /** Who speaks: the name of a file in `speakers/` without `.yaml`. Left out while nobody is known. */
  speaker: speakerId.optional(),
  /**
   * For somebody whom the article does not name: `true` if the words of `source` say who it is ("a police spokeswoman"),
   * or other words, if those are not to be shown; `false` if an editor saw that nothing says who it is. In place of
   * `speaker`.
   */
  described: z
    .union([z.boolean(), line], 'is neither `true`, `false` nor words. Write one of them, or delete the line.')
    .optional(),
  /** A name that the program read and that no speaker has yet. In place of `speaker`, and always with `sure: false`. */
  proposed: line.optional(),
  /**
   * What the article says the speaker is, such as "Foreign Minister". Shown if the speaker's file has no role for the day.
   */
  role: line.optional(),
  /** The words that name the speaker in the article, such as "he". */
  source: anchor.optional(),
  /** The words that attribute, such as "told". */
  cue: anchor.optional(),
  /** `confirmed` by an editor, `inferred` by the program, `disputed`, or `unattributed`. */
  status: oneOf(STATUSES),
  /** `false` where the speaker is only probable. */
  sure: yesOrNo.default(true),
  /** When it was said (EDTF), if that is known. */
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
    .array(
      z.strictObject({
        until: day,
        quote: oneOrMore(words).optional(),
        speaker: speakerId.optional(),
        /** Words in place of a speaker who may not be named any more. */
        described: line.optional(),
        why: line,
      }),
    )
    .default([]),
});

const dismissedEntry = z.strictObject({
  /** The exact words of each span, and which of the equal ones they are, as in a statement. */
  quote: statement.shape.quote,
  occurrence: count,
  before: around,
  after: around,
  source: anchor.optional(),
});

const goneEntry = z.strictObject({
  /** The id that the statement had. */
  id: statementId,
  /** Its words. */
  was: words.optional(),
  /** Who said it and when, and the article's words for who: by these it is known when its words come back. */
  speaker: speakerId.optional(),
  source: words.optional(),
  said: edtf.optional(),
  /** The day on which it went. */
  on: day,
  /** Why: a sentence for readers. */
  why: line,
  /** `true` where the words may not be shown any more (a court, a right to be forgotten). */
  withhold: yesOrNo.default(false),
});

/** The record beside an article, `NAME.statements.yaml`. */
export const recordSchema = z.strictObject({
  /** The format of the record. The first had none. */
  version: version.optional(),
  /**
   * Digests of the paragraphs of the text that `npm run record` searched last. By them it knows what was edited since.
   * While it asks about a statement, they stay those of the text before.
   */
  searched: line.optional(),
  statements: z.array(statement).default([]),
  /** What an editor said is not a statement: it is not found again. Written by `npm run record -- --dismiss ID`. */
  dismissed: z.array(dismissedEntry).default([]),
  gone: z.array(goneEntry).default([]),
});

export type StatementRecord = z.infer<typeof recordSchema>;
export type RecordedStatement = StatementRecord['statements'][number];
export type Dismissed = StatementRecord['dismissed'][number];
export type GoneStatement = StatementRecord['gone'][number];
export type Anchor = z.infer<typeof anchor>;

/** What an editor dismissed, as a statement that can be found again in the article. */
export const dismissedStatement = (entry: Dismissed): RecordedStatement => ({
  ...entry,
  type: 'direct',
  status: 'inferred',
  sure: true,
  translated: 'unknown',
  history: [],
});

/**
 * Whether an editor gave a speaker to a statement that had none by writing `speaker:` and nothing else, which confirms it.
 */
export const isConfirmedByHand = ({ speaker, status, proposed, described }: RecordedStatement): boolean =>
  speaker !== undefined && (status === 'unattributed' || proposed !== undefined || described !== undefined);

/** The name of the record that belongs to an article's file. */
export const recordName = (articleName: string): string => articleName.replace(/\.md$/, '.statements.yaml');
