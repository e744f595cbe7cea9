import { z } from 'zod';
import { findNonCharacter } from '../base/characters.ts';
import { day, languageTag, line, oneOf, oneOrMore, webAddress, yesOrNo } from '../base/fields.ts';
import type { Problem } from '../base/problem.ts';
import { readYaml } from '../base/yaml.ts';

const authorLine = line
  .refine((name) => !/^by\s/i.test(name), 'begins with "By": write the name alone.')
  .refine((name) => !/\s(?:and|&)\s/.test(name), 'names two: write a list, or say that it is an organisation.')
  .transform((name) => ({ name, kind: 'person' as const }));

const authorEntry = z.strictObject({ name: line, kind: oneOf(['person', 'organisation']) });

/** A name alone is a person's; what is written with fields is read as such, so that its own faults are told. */
const author = z.unknown().transform((value, context): z.infer<typeof authorEntry> => {
  const { data, error } = (typeof value === 'object' ? authorEntry : authorLine).safeParse(value);
  for (const { path, message } of error?.issues ?? []) {
    const field = path.length > 0 ? `\`${path.join('.')}\` ` : '';
    context.addIssue(`${field}${message} Write \`Ada Quill\`, or \`{ name: Kell News Agency, kind: organisation }\`.`);
  }
  return data ?? z.NEVER;
});

/** The frontmatter of an article, each field with what it is. What nobody recorded is left out, never guessed. */
export const frontmatterSchema = z.strictObject({
  title: line.meta({
    description: 'The headline as published or, with `titleSupplied`, words that the archive chose.',
  }),
  titleSupplied: yesOrNo.default(false).meta({
    description:
      '`true` when the published text had no headline: the title is then shown in brackets, as archivists do.',
  }),
  date: day.meta({ description: "The day of publication, the same as in the file's name." }),
  language: languageTag
    .optional()
    .meta({ description: "The language of the body. Left out: the archive's first language." }),
  author: oneOrMore(author).default([]).meta({
    description:
      'Who wrote it, one name or a list: `Anna van der Berg`, or `Berg, Anna van der` where the family name could be mistaken. An organisation is said to be one: `{ name: Kell News Agency, kind: organisation }`.',
  }),
  outlet: line.optional().meta({ description: 'Who published it.' }),
  source: webAddress.optional().meta({ description: 'Where it was published.' }),
  archived: day.optional().meta({ description: 'The day on which it was taken into the archive.' }),
  imported: z
    .strictObject({
      from: line,
      format: line,
      sha256: line.refine((text) => /^[0-9a-f]{64}$/.test(text), 'is not a SHA-256. Leave the field as it was made.'),
    })
    .optional()
    .meta({
      description:
        'What `npm run import` made the article of: the file, its format, and the SHA-256 of what it was made of.',
    }),
  rights: line
    .optional()
    .meta({ description: 'Who holds the rights in the text, and on what terms it is shown here.' }),
  topics: oneOrMore(line).default([]).meta({ description: 'What it is about, one subject or a list.' }),
  description: line
    .optional()
    .meta({ description: 'One or two sentences for search engines and link previews. Left out: its first words.' }),
  draft: yesOrNo.default(false).meta({ description: '`true` keeps the article out of the published archive.' }),
});

export type Frontmatter = z.infer<typeof frontmatterSchema>;
export type Author = Frontmatter['author'][number];

/** An article file taken apart. */
export interface ArticleFile {
  frontmatter: Frontmatter | null;
  /** The Markdown after the frontmatter, in NFC with `\n` line ends. */
  body: string;
  /** The file's line on which the body begins, from 1. */
  bodyLine: number;
  problems: Problem[];
}

const FENCE = /^---[ \t]*$/;
// eslint-disable-next-line no-control-regex -- control characters are what this looks for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** Takes an article file apart and checks it; `file` is its path, for problems. */
export function parseArticleFile(text: string, file: string): ArticleFile {
  const lines = text
    .replace(/^\uFEFF/, '')
    .normalize('NFC')
    .split(/\r\n|\r|\n/);
  const end = FENCE.test(lines[0] ?? '') ? lines.findIndex((content, index) => index > 0 && FENCE.test(content)) : -1;
  const broken = (line: number, message: string): ArticleFile => ({
    frontmatter: null,
    body: '',
    bodyLine: 1,
    problems: [{ file, line, message }],
  });
  if (end < 0)
    return broken(1, 'The file has no frontmatter. Begin it with `---`, fields such as `title:` and `date:`, `---`.');
  const control = lines.findIndex((content) => CONTROL.test(content));
  if (control >= 0) return broken(control + 1, 'This line holds a control character. Remove it.');
  for (const [index, content] of lines.entries()) {
    const code = findNonCharacter(content);
    if (code) return broken(index + 1, `This line contains \`${code}\`, which is not a character. Remove it.`);
  }

  const { value, problems } = readYaml(lines.slice(1, end).join('\n'), frontmatterSchema, file, 1);
  return { frontmatter: value, body: lines.slice(end + 1).join('\n'), bodyLine: end + 2, problems };
}
