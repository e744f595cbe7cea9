import type { Author } from '../../content/article-file.ts';
import type { Item } from '../item.ts';
import { readByline } from '../words/byline.ts';
import { findDays, timestampDay } from '../words/days.ts';

/** What a record (frontmatter, a row of a table, an object of JSON) can say of an article. */
export const FIELDS = [
  'title',
  'body',
  'date',
  'author',
  'outlet',
  'source',
  'language',
  'topics',
  'rights',
  'description',
  'slug',
  'draft',
] as const;
export type Field = (typeof FIELDS)[number];

/** The usual names of each, without case, spaces and underscores, the likeliest first. */
const NAMES: Record<Field, string[]> = {
  title: ['title', 'headline', 'heading', 'posttitle', 'name', 'subject'],
  body: [
    'contenthtml',
    'bodyhtml',
    'html',
    'articlebody',
    'body',
    'content',
    'text',
    'fulltext',
    'bodytext',
    'contenttext',
    'article',
    'story',
    'postcontent',
    'markdown',
    'maincontent',
  ],
  date: [
    'datepublished',
    'publisheddate',
    'publishedat',
    'publicationdate',
    'publishdate',
    'publishedon',
    'published',
    'pubdate',
    'date',
    'postdate',
    'day',
    'createdat',
    'created',
    'datetime',
    'timestamp',
    'dateposted',
    'firstpublished',
  ],
  author: ['authors', 'author', 'byline', 'creator', 'writer', 'by', 'reporter', 'authorname', 'contributors'],
  outlet: [
    'outlet',
    'publication',
    'publisher',
    'newspaper',
    'sitename',
    'site',
    'media',
    'sourcename',
    'paper',
    'provider',
  ],
  source: [
    'canonicalurl',
    'canonical',
    'originalurl',
    'sourceurl',
    'url',
    'link',
    'permalink',
    'uri',
    'weburl',
    'source',
    'externalurl',
  ],
  language: ['language', 'lang', 'locale', 'inlanguage'],
  topics: ['topics', 'tags', 'categories', 'category', 'section', 'sections', 'keywords', 'subjects', 'tag'],
  rights: ['rights', 'copyright', 'license', 'licence'],
  description: ['description', 'summary', 'excerpt', 'standfirst', 'abstract', 'dek', 'subtitle'],
  slug: ['slug', 'permalink', 'url', 'postname'],
  draft: ['draft', 'isdraft', 'published', 'status', 'poststatus'],
};

/** Which name of a record has which field. */
export type FieldMap = Partial<Record<Field, string>>;

/** Guesses which names of a record have which fields; `given` names go first. */
export function guessFields(names: readonly string[], given: FieldMap = {}): FieldMap {
  const known = new Map(names.toReversed().map((name) => [name.toLowerCase().replaceAll(/[\s_.:-]+/g, ''), name]));
  const guess = (field: Field): string | undefined =>
    given[field] ?? NAMES[field].map((name) => known.get(name)).find((name) => name !== undefined);
  return Object.fromEntries(
    FIELDS.flatMap((field) => {
      const name = guess(field);
      return name === undefined ? [] : [[field, name]];
    }),
  );
}

/** The names of a record; a `published` that is true or false is not a day. */
const namesOfFields = (record: Readonly<Record<string, unknown>>): string[] =>
  Object.keys(record).filter((name) => !(/^published$/i.test(name) && typeof record[name] === 'boolean'));

type Facts = Pick<
  Item,
  | 'title'
  | 'day'
  | 'dayProblem'
  | 'authors'
  | 'outlet'
  | 'source'
  | 'language'
  | 'topics'
  | 'rights'
  | 'description'
  | 'slug'
  | 'draft'
>;

/** What a record says of an article. */
export function factsOf(
  record: Readonly<Record<string, unknown>>,
  map: FieldMap = guessFields(namesOfFields(record)),
): Facts {
  const value = (field: Field): unknown => (map[field] === undefined ? undefined : valueAt(record, map[field]));
  const text = (field: Field): string | undefined => textsOf(value(field))[0];
  const date = readDate(value('date'));
  const source = textsOf(value('source')).find((one) => /^https?:\/\//.test(one));
  const address = [text('slug'), source].find((one) => one !== undefined);
  const slug =
    address === undefined ? undefined : /([^/?#]+?)(?:\/index)?(?:\.\w{2,5})?\/?(?:[?#].*)?$/.exec(address)?.[1];
  return {
    title: text('title'),
    ...date,
    authors: authorsIn(value('author')),
    outlet: text('outlet') ?? textsOf(record['source']).find((one) => !/^https?:/.test(one)),
    source,
    language: text('language')?.replaceAll('_', '-'),
    topics: textsOf(value('topics'))
      .flatMap((one) => one.split(/\s*[,;|]\s*/))
      .filter((one) => one !== ''),
    rights: text('rights'),
    description: text('description'),
    slug,
    draft:
      (map.draft !== undefined && isDraft(map.draft, value('draft'))) || record['published'] === false
        ? true
        : undefined,
  };
}

/** The value at a name, or at a path such as `data.title`. */
export function valueAt(record: Readonly<Record<string, unknown>>, path: string): unknown {
  if (Object.hasOwn(record, path)) return record[path];
  return path
    .split('.')
    .reduce<unknown>((at, name) => (isRecord(at) && Object.hasOwn(at, name) ? at[name] : undefined), record);
}

/** The texts of a value: of a list, all; of an object, its name. */
export function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (isRecord(value))
    return textsOf(
      ['name', 'value', 'rendered', 'title', 'term', 'html', 'text', 'content']
        .map((name) => value[name])
        .find((one) => one !== undefined),
    );
  if (typeof value === 'number' || typeof value === 'boolean') return [String(value)];
  return typeof value === 'string' && value.trim() !== '' ? [value.trim()] : [];
}

function authorsIn(value: unknown): Author[] {
  const texts = textsOf(value);
  return texts.flatMap((one) => readByline(one, true));
}

function readDate(value: unknown): Pick<Item, 'day' | 'dayProblem'> {
  const [text] = value instanceof Date ? [value.toISOString()] : textsOf(value);
  if (text === undefined) return {};
  const day = timestampDay(text);
  if (day) return { day };
  const problem = findDays(text).find((found) => found.problem !== null)?.problem;
  return { dayProblem: problem ?? `The date \`${text.slice(0, 60)}\` cannot be read. Write it as YYYY-MM-DD.` };
}

function isDraft(name: string, value: unknown): boolean {
  const text = String(value).toLowerCase();
  if (/draft/i.test(name)) return text === 'true' || text === '1' || text === 'yes';
  return /published/i.test(name) ? text === 'false' : text === 'draft';
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
