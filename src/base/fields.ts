import { z } from 'zod';
import { findNonCharacter, isVisible } from './characters.ts';
import { type Day, parseDay } from './day.ts';
import { type Edtf, parseEdtf } from './edtf.ts';
import { parseSpeakerId, parseStatementId, type SpeakerId, type StatementId } from './ids.ts';
import { LONGEST_SLUG } from './slug.ts';

/**
 * Control characters, line separators, and marks that change the direction of the text after them: never part of a name
 * or title.
 */
// eslint-disable-next-line no-control-regex -- control characters are what this looks for
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2028\u2029]/;

/** A YAML scalar as a string: an editor who writes `title: 1984` means the text. */
const scalar = z
  .union([z.string(), z.number(), z.boolean()], { error: 'is missing or is not text. Write it as `name: "text"`.' })
  .transform(String);

/** Refuses lone surrogates (`"\uD800"` in YAML) and noncharacters, which no encoding or format can represent. */
export const onlyCharacters = <T extends z.ZodType<string>>(text: T) =>
  text.refine((value) => findNonCharacter(value) === null, {
    error: ({ input }) =>
      `contains \`${findNonCharacter(String(input))}\`, which is not a character. Write the character itself, or remove it.`,
  });

/** One line of text in NFC, without leading or trailing white space, with at least one visible character. */
export const line = onlyCharacters(scalar)
  .refine((text) => text.trim() !== '', { error: 'is empty. Fill it in, or remove the field.', abort: true })
  .refine((text) => !UNPRINTABLE.test(text), 'contains a line break or a control character. Write one plain line.')
  .refine(isVisible, 'contains only invisible characters. Write visible text, or remove the field.')
  .transform((text) => text.trim().normalize('NFC'));

/** The name of a speaker's file without `.yaml`. It cannot lead out of its folder. */
export const speakerId = line.transform((text, context): SpeakerId => {
  const parsed = parseSpeakerId(text);
  if (parsed) return parsed;
  context.addIssue(
    `is not the id of a speaker. Write lower-case ASCII words and hyphens, such as \`jane-doe\`, of at most ${LONGEST_SLUG} characters.`,
  );
  return z.NEVER;
});

/** The id of a statement. */
export const statementId = line.transform((text, context): StatementId => {
  const parsed = parseStatementId(text);
  if (parsed) return parsed;
  context.addIssue('is not a statement id. Ids are made by `npm run record`; leave the field as it was made.');
  return z.NEVER;
});

/** A calendar day. */
export const day = scalar.transform((text, context): Day => {
  const parsed = parseDay(text);
  if (parsed) return parsed;
  context.addIssue(`\`${text}\` is not a calendar day. Write it as YYYY-MM-DD, for example 2023-05-17.`);
  return z.NEVER;
});

/** A date known to the day, month, season or year, perhaps doubtful (EDTF). */
export const edtf = scalar.transform((text, context): Edtf => {
  const parsed = parseEdtf(text);
  if (parsed) return parsed;
  context.addIssue(
    `\`${text}\` is not an EDTF date. Write 2023-05-17, 2023-05 or 2023, with \`?\` or \`~\` if unsure.`,
  );
  return z.NEVER;
});

/** The address of an external page. Only http and https: other schemes could run code when the link is followed. */
export const webAddress = line.refine(
  (text) => /^https?:\/\/[^\s/]/.test(text) && URL.canParse(text),
  'is not a web address. Write it in full, beginning with https://.',
);

/** A BCP 47 language tag such as `en`, `ru` or `hy-AM`. */
export const languageTag = line.refine(
  (text) => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(text),
  'is not a language tag. Write one such as `en`, `ru` or `hy`.',
);

/** One of a fixed set of words. */
export const oneOf = <const T extends readonly [string, ...string[]]>(words: T) =>
  z.enum(words, { error: `is not one of ${words.map((word) => `\`${word}\``).join(', ')}.` });

/** `true` or `false`. */
export const yesOrNo = z.boolean({ error: 'is neither `true` nor `false`.' });

/** A list that may also be written as a single value: `author: A` for `author: [A]`. */
export const oneOrMore = <T extends z.ZodType>(item: T) =>
  z.preprocess((value) => (value === undefined || Array.isArray(value) ? value : [value]), z.array(item));
