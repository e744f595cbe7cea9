import { z } from 'zod';
import { type Day } from '../base/day.ts';
import { line, oneOf, oneOrMore, speakerId, webAddress } from '../base/fields.ts';

/** A day, month or year: as much as is known. */
const since = line.refine(
  (text) => /^\d{4}(-\d{2}(-\d{2})?)?$/.test(text),
  'is not a date. Write 2004, 2004-03 or 2004-03-09.',
);

/** `speakers/ID.yaml`: a person or an organisation that speaks. */
export const speakerSchema = z.strictObject({
  /** The name that pages show. */
  name: line,
  kind: oneOf(['person', 'organisation']),
  /** Other names that articles use: surnames, spellings, "Moscow". */
  otherNames: oneOrMore(line).default([]),
  /** What they were, and when: pages show the role held on the day. */
  roles: z
    .array(
      z.strictObject({
        /** Such as "Prime Minister". */
        title: line,
        /** Of what: "Armenia", "the Harbour Union". */
        organisation: line.optional(),
        /** The first and the last day, month or year, where known. */
        from: since.optional(),
        to: since.optional(),
        /** Where this is known from. */
        source: line,
      }),
    )
    .default([]),
  /** The same person or organisation elsewhere, such as on Wikidata, each with where that is known from. */
  sameAs: z.array(z.strictObject({ url: webAddress, source: line })).default([]),
  /** The id of the speaker that this one turned out to be: its statements are that one's, its address leads there. */
  mergedInto: speakerId.optional(),
  /** Ids that it had before: records may still name it by them, and their addresses, if they were published, lead here. */
  formerly: oneOrMore(speakerId).default([]),
  /** `record` where the program made the file and no editor has looked at it. */
  madeBy: oneOf(['record', 'editor']).default('editor'),
});

export type SpeakerFile = z.infer<typeof speakerSchema>;

/** The role that a speaker held on a day, as words: `Prime Minister, Armenia`; `null` where none is recorded. */
export function roleOn({ roles }: SpeakerFile, day: Day): string | null {
  const role = roles.find(({ from, to }) => {
    const hasBegun = !from || day.slice(0, from.length) >= from;
    return hasBegun && (!to || day.slice(0, to.length) <= to);
  });
  return role ? [role.title, role.organisation].filter(Boolean).join(', ') : null;
}
