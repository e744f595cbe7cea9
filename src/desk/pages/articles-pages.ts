import { describeProblems } from '../../base/problem.ts';
import { readText } from '../../content/content-file.ts';
import { Refusal } from '../../record/refusal.ts';
import type { Element } from 'hast';
import { BodyError } from '../../text/body-limits.ts';
import { canonicalText } from '../../text/canonical-text.ts';
import { parseBody } from '../../text/markdown.ts';
import { shownWords } from '../../text/shown-words.ts';
import { counted } from '../../base/counted.ts';
import { firstUpper } from '../../text/first-upper.ts';
import { speakerName } from '../../text/speaker-name.ts';
import { typeWords } from '../../text/statement-types.ts';
import { shownPath } from '../../base/settings.ts';
import { type Frontmatter, frontmatterSchema, parseArticleFile } from '../../content/article-file.ts';
import { statementsIn } from '../../content/statements-in.ts';
import { el, form, type Frame, fragment, hidden, notice, page, prose, type Content } from './frame.ts';

/** As many as a page shows; the others are found with the filter of the address. */
const MOST = 300;

/** The articles, those with most to decide first. */
export function articlesPage(frame: Frame, wanted: string, told: string | null): string {
  const { index } = frame.desk;
  const rows = index.all(
    `SELECT article.path AS path, day, title, problems != '[]' AS is_bad, is_unsearched,
       (SELECT count(*) FROM item WHERE item.path = article.path AND NOT is_more AND status != 'confirmed') AS open
     FROM article WHERE title LIKE ? OR path LIKE ? ORDER BY is_bad DESC, open DESC, day DESC LIMIT ${MOST}`,
    `%${wanted}%`,
    `%${wanted}%`,
  );
  return page(
    frame,
    'Articles',
    el('h1', {}, 'Articles'),
    told !== null && notice(told),
    el(
      'form',
      { method: 'get', action: '/articles', className: ['narrow'] },
      el('label', {}, 'Title or file ', el('input', { type: 'search', name: 'q', value: wanted })),
      el('button', {}, 'Find'),
    ),
    el(
      'ul',
      { className: ['list'] },
      rows.map(({ path, day, title, is_bad, is_unsearched, open }) =>
        el(
          'li',
          {},
          el('a', { href: `/articles/edit?${new URLSearchParams({ file: String(path) }).toString()}` }, String(title)),
          el(
            'small',
            {},
            ` ${String(day)}, ${counted(Number(open), 'statement')} not confirmed${is_unsearched ? ', edited since `record`' : ''}${is_bad ? ', cannot be read' : ''}`,
          ),
        ),
      ),
    ),
    rows.length === MOST && el('p', {}, `The first ${MOST}. Search for others.`),
  );
}

/** An article's file in a form. */
export interface ArticleForm {
  path: string;
  version: string;
  /** What the fields have: as the file says or, if that was refused, as the editor wrote. */
  values: Record<string, string>;
  body: string;
  /** The text of the file that the editor began with, from which it is known what the editor changed. */
  base: string;
  /** Whether the form has something that is not in the file. */
  isUnsaved: boolean;
}

/** Fields of the frontmatter that a form has, in its order; `date` belongs to the file's name, `imported` to `import`. */
export const FIELDS = [
  'title',
  'titleSupplied',
  'language',
  'author',
  'outlet',
  'source',
  'archived',
  'rights',
  'topics',
  'description',
  'draft',
] as const satisfies (keyof Frontmatter)[];

/** Which fields are lists, one entry a line, and which are switches. */
export const LISTS: readonly string[] = ['author', 'topics'];
export const SWITCHES: readonly string[] = ['titleSupplied', 'draft'];

/** What marks an author as an organisation in the form. */
export const ORGANISATION = ' (organisation)';

/**
 * Reads an article's file for a form.
 *
 * @throws a `Refusal` if it cannot be read: a form would not show all that is in it
 */
export function articleForm(path: string, version: string): ArticleForm {
  const { text, problems: unread } = readText(path);
  if (unread.length > 0) throw new Refusal(describeProblems(unread));
  return { ...formOf(path, text), path, version, base: text, isUnsaved: false };
}

/** The fields of a form, of the text of an article's file. */
export function formOf(path: string, text: string): Pick<ArticleForm, 'values' | 'body'> {
  const { frontmatter, problems } = parseArticleFile(text, shownPath(path));
  if (!frontmatter) throw new Refusal(describeProblems(problems));
  const lines = text.replaceAll(/\r\n?/g, '\n').split('\n');
  const end = lines.findIndex((line, index) => index > 0 && /^---[ \t]*$/.test(line));
  const values = Object.fromEntries(FIELDS.map((name) => [name, valueOf(frontmatter, name)]));
  return { values, body: lines.slice(end + 1).join('\n') };
}

function valueOf(frontmatter: Frontmatter, name: (typeof FIELDS)[number]): string {
  if (name === 'author')
    return frontmatter.author
      .map(({ name: one, kind }) => (kind === 'organisation' ? one + ORGANISATION : one))
      .join('\n');
  const value = frontmatter[name];
  return Array.isArray(value) ? value.join('\n') : String(value ?? '');
}

/** The form of an article, with a preview and what `record` would find in it. */
export function articlePage(frame: Frame, article: ArticleForm, told: readonly string[]): string {
  const { path, version, values, body, base, isUnsaved } = article;
  return page(
    frame,
    values['title'] ?? 'Article',
    el('p', {}, el('a', { href: '/articles' }, 'All articles')),
    el('h1', {}, values['title'] || shownPath(path)),
    el(
      'p',
      { className: ['detail'] },
      el('code', {}, shownPath(path)),
      ' · ',
      el('a', { href: `/?${new URLSearchParams({ queue: 'all', article: path }).toString()}` }, 'Its statements'),
    ),
    told.map((words) => notice(words)),
    form(
      frame,
      '/articles/save',
      hidden('file', path),
      hidden('version', version),
      hidden('base', base),
      el(
        'div',
        { className: ['fields'] },
        FIELDS.map((name) => field(name, values[name] ?? '')),
      ),
      el(
        'p',
        {},
        el('label', { for: 'body' }, 'Text, as Markdown'),
        el(
          'textarea',
          { id: 'body', name: 'body', rows: 24, dataArticle: '', ...(isUnsaved ? { dataUnsaved: '' } : {}) },
          `\n${body}`,
        ),
      ),
      el('button', {}, 'Save'),
    ),
    el('section', { id: 'look', ariaLive: 'polite' }, lookOf(body)),
  );
}

function field(name: (typeof FIELDS)[number], value: string): Element {
  const { description = '' } = frontmatterSchema.shape[name].meta() ?? {};
  const about = `about-${name}`;
  const common = { id: name, name, ariaDescribedby: about };
  const input = SWITCHES.includes(name)
    ? el('input', { ...common, type: 'checkbox', value: 'true', checked: value === 'true' })
    : LISTS.includes(name)
      ? el('textarea', { ...common, rows: 2 }, `\n${value}`)
      : el('input', { ...common, value, autocomplete: 'off' });
  const extra = name === 'author' ? ` Here: one a line, an organisation as \`Kell News Agency${ORGANISATION}\`.` : '';
  return el(
    'div',
    {},
    el('label', { for: name }, el('code', {}, name)),
    input,
    el('small', { id: about }, prose(description + extra)),
  );
}

/** How an article's text will look, and which statements are found in it. */
export const articleLook = (body: string): string => fragment(lookOf(body));

function lookOf(body: string): Content {
  try {
    const tree = parseBody(body);
    const canonical = canonicalText(tree);
    const found = statementsIn({ canonical });
    return [
      el('h2', {}, `${firstUpper(counted(found.length, 'statement'))} found`),
      el(
        'ol',
        { className: ['list'] },
        found.map(({ spans, type, who, source, isSpeakerSure }) => {
          const words = spans.map(({ start, end }) => canonical.text.slice(start, end));
          const described = source && canonical.text.slice(source.start, source.end);
          const name = speakerName(who?.name ?? described, isSpeakerSure);
          return el('li', {}, shownWords(words, type), el('small', {}, ` ${name}, ${typeWords(type)}`));
        }),
      ),
      el('h2', {}, 'Preview'),
      el(
        'div',
        { className: ['preview'] },
        tree.children.flatMap((node) => (node.type === 'element' ? [node] : [])),
      ),
    ];
  } catch (error) {
    if (!(error instanceof BodyError)) throw error;
    return notice(error.message);
  }
}
