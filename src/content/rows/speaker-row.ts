import type { SpeakerId } from '../../base/ids.ts';
import type { Address } from '../../text/address.ts';
import { branded } from './branded.ts';
import { z } from 'zod';

/** One speaker of `speakers.json`. Its JSON Schema is made of this. */
export const speakerRowSchema = z
  .strictObject({
    id: branded<SpeakerId>(z.string()),
    url: branded<Address>(
      z.string().meta({ description: 'The path of its page from the archive’s root, without the site’s base.' }),
    ),
    uri: z.url().meta({ description: 'The absolute address of its page.' }),
    name: z.string(),
    kind: z.enum(['person', 'organisation']),
    otherNames: z.array(z.string()),
    roles: z
      .array(
        z.strictObject({
          title: z.string(),
          organisation: z.string().nullable(),
          from: z.string().nullable(),
          to: z.string().nullable(),
          source: z.string().meta({ description: 'Where this is known from.' }),
        }),
      )
      .meta({ description: 'What they were, from and to a day, month or year where known.' }),
    sameAs: z.array(z.strictObject({ url: z.string(), source: z.string() })),
    reviewed: z
      .boolean()
      .meta({ description: 'False where the program made the entry and no editor has looked at it.' }),
    statements: z.int().min(0).meta({ description: 'How many statements the archive has.' }),
  })
  .meta({ title: 'Speaker', description: 'A person or an organisation that speaks in the archive.' });

/** The whole file, `speakers.json`. */
export const speakersSchema = z.array(speakerRowSchema);

export type SpeakerRow = z.infer<typeof speakerRowSchema>;
