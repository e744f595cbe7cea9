import { z } from 'zod';
import { day, languageTag, line, oneOf, oneOrMore } from '../base/fields.ts';
import { FIELDS, type FieldMap } from './formats/fields.ts';
import type { PostChoice } from './formats/wxr.ts';
import type { Supplied } from './make-article.ts';

/** How the files of an import are read. */
export interface ImportOptions {
  /** What the editor says before what the sources say. */
  supplied: Supplied;
  /** What the editor says for what the sources lack. */
  defaults: Supplied;
  /** The encoding of the files; without one, each is detected. */
  encoding?: string | undefined;
  /** Whether the day of a text is that of its name. */
  isDatedByName: boolean;
  /** Which columns or names have which fields. */
  map: FieldMap;
  /** Selectors of elements of pages that are not part of an article. */
  drop: string[];
  posts: PostChoice;
}

const field = oneOf([...FIELDS]);

/** `import.yaml`: what holds for a whole batch. */
export const importFileSchema = z.strictObject({
  /** What articles have whose sources do not say it. */
  defaults: z
    .strictObject({
      title: line.optional(),
      author: oneOrMore(line).optional(),
      outlet: line.optional(),
      language: languageTag.optional(),
      topics: oneOrMore(line).optional(),
      rights: line.optional(),
      date: day.optional(),
    })
    .default({}),
  /** The encoding of the files, such as `windows-1252`. Left out: each is detected. */
  encoding: line.optional(),
  /** `name`: the day of a text is that in the name of its file. */
  dateFrom: oneOf(['text', 'name']).default('text'),
  /** Which column of a table, or name of JSON, has which field: `title: headline`. */
  map: z.partialRecord(field, line).default({}),
  /** CSS selectors of elements of pages that are not part of an article: `.related`. */
  drop: oneOrMore(line).default([]),
  /** Which posts of WordPress exports are imported. */
  postTypes: oneOrMore(line).default(['post']),
  statuses: oneOrMore(line).default(['publish']),
});

export type ImportFile = z.infer<typeof importFileSchema>;

/** Reads `title=headline,body=text_html`. @throws if it is not that */
export function readMap(text: string): FieldMap {
  const pairs = text.split(',').map((pair) => pair.split('='));
  for (const [name = '', column = ''] of pairs) {
    const isField = (FIELDS as readonly string[]).includes(name.trim());
    if (!isField || column.trim() === '') {
      throw new Error(
        `\`--map ${text}\` cannot be read. Write \`--map title=headline,body=text_html\`; the fields are ${FIELDS.join(', ')}.`,
      );
    }
  }
  return Object.fromEntries(pairs.map(([name = '', column = '']) => [name.trim(), column.trim()]));
}
