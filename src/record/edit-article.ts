import { parseDocument } from 'yaml';
import { type Frontmatter, parseArticleFile } from '../content/article-file.ts';
import type { Problem } from '../base/problem.ts';
import { Refusal } from './refusal.ts';

/** The frontmatter that a form has: texts, lists and switches; what is empty is left out. */
export type WrittenFields = Readonly<Record<string, string | boolean | readonly (string | object)[]>>;

const FRONTMATTER = /^(\uFEFF?---[ \t]*(\r\n|\r|\n))([\s\S]*?)(^---[ \t]*(?:\r\n|\r|\n|$))/m;

/**
 * The text of an article's file with other fields and another body. What stays the same keeps its bytes: comments, the
 * order of fields, and line ends.
 *
 * @param before the text of the file
 * @param body with `\n` line ends
 * @returns the text, and what is wrong with it
 * @throws a `Refusal` if the file cannot be read as it is: it would lose what nobody sees
 */
export function editedArticle(
  before: string,
  file: string,
  fields: WrittenFields,
  body: string,
): { text: string; problems: Problem[] } {
  const known = parseArticleFile(before, file);
  if (!known.frontmatter) throw new Refusal(problemLines(known.problems));
  const [whole = '', open = '---\n', lineEnd = '\n', yaml = '', close = '---\n'] = FRONTMATTER.exec(before) ?? [];
  const document = parseDocument(yaml.replaceAll(/\r\n?/g, '\n'));
  let isOther = false;
  for (const [name, value] of Object.entries(fields)) {
    if (isSame(known.frontmatter, name, value)) continue;
    isOther = true;
    const isEmpty = value === '' || value === false || (Array.isArray(value) && value.length === 0);
    if (isEmpty) document.delete(name);
    else if (Array.isArray(value) && value.length === 1) document.set(name, document.createNode(value[0]));
    else document.set(name, document.createNode(value));
  }
  const now = document.contents === null ? '' : document.toString({ lineWidth: 0 });
  const head = isOther ? open + now.replaceAll('\n', lineEnd) + close : whole;
  const rest = before.slice(whole.length);
  const text = head + (body === normalized(rest) ? rest : body.replaceAll('\n', lineEnd));
  return { text, problems: parseArticleFile(text, file).problems };
}

/** Problems of a file as lines. */
const problemLines = (problems: readonly Problem[]): string =>
  problems.map(({ line, message }) => `Line ${line}: ${message}`).join('\n');

/** A body as a form sends it. */
const normalized = (body: string): string => body.replaceAll(/\r\n?/g, '\n');

function isSame(frontmatter: Frontmatter | null, name: string, value: WrittenFields[string]): boolean {
  if (!frontmatter) return false;
  const before = frontmatter[name as keyof Frontmatter] ?? '';
  if (name === 'author') return JSON.stringify(value) === JSON.stringify(frontmatter.author.map(writtenAuthor));
  return JSON.stringify(before) === JSON.stringify(value);
}

/** An author as the frontmatter has one: a person's name alone, or a name with its kind. */
export const writtenAuthor = (author: Frontmatter['author'][number]): string | object =>
  author.kind === 'person' ? author.name : author;
