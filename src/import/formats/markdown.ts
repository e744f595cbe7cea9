import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { parse as parseToml } from 'smol-toml';
import { unified } from 'unified';
import { parseDocument } from 'yaml';
import { ImportProblem, type Item } from '../item.ts';
import { firstDay } from '../words/days.ts';
import { factsOf, textsOf } from './fields.ts';
import { withoutShortcodes } from './shortcodes.ts';

/** Frontmatter in YAML, TOML or JSON, and the Markdown after it. */
const FRONTMATTER = [
  { form: /^---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/, read: readYaml },
  { form: /^\+\+\+[ \t]*\n([\s\S]*?)\n\+\+\+[ \t]*(?:\n|$)/, read: parseToml },
  { form: /^(\{[\s\S]*?\n\})[ \t]*(?:\n|$)/, read: (text: string): unknown => JSON.parse(text) },
] as const;

const HEADING = /^#[ \t]+(.+?)[ \t]*#*[ \t]*(?:\n|$)/;

/** What only a tree shows how to keep: raw HTML, images, and links that lead nowhere from the archive. */
const NEEDS_TREE = /<[a-z!/][^<>]*>|!\[|\]\((?!https?:|mailto:)|^\[[^\]]+\]:\s*(?!https?:)/im;

const toHtml = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeStringify, { allowDangerousHtml: true })
  .freeze();

/**
 * Reads the Markdown of another generator (Hugo, Jekyll, Eleventy, Astro): its frontmatter, and its body without
 * shortcodes. The day is that of the frontmatter or of the name, `2015-03-10-harbour.md`.
 *
 * @throws ImportProblem if the frontmatter cannot be read, or there is no text
 */
export function readMarkdown(text: string, name: string): Item {
  const whole = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  const { fields, body: rest } = takeApart(whole);
  const facts = factsOf(fields);
  // Jekyll separates categories and tags by spaces.
  if ('layout' in fields || /(?:^|[/\\])_posts[/\\]/.test(name)) {
    facts.topics = [fields['categories'], fields['tags']].flatMap((value) =>
      typeof value === 'string' && !value.includes(',') ? value.split(' ') : textsOf(value),
    );
  }
  const warnings: string[] = [];
  let body = withoutShortcodes(rest, warnings).trim();
  const [heading, words] = HEADING.exec(body) ?? [];
  if (heading && (facts.title === undefined || facts.title === words)) {
    facts.title = words;
    body = body.slice(heading.length).trim();
  }
  if (body === '') throw new ImportProblem('no text', 'The file has no text below its frontmatter.');
  return {
    place: '',
    format: 'Markdown',
    ...facts,
    day: facts.day ?? firstDay(name) ?? undefined,
    dayProblem: facts.day ? undefined : facts.dayProblem,
    body: NEEDS_TREE.test(body)
      ? { kind: 'html', html: String(toHtml.processSync(body)), base: facts.source ?? null }
      : { kind: 'markdown', markdown: body },
    warnings,
  };
}

function takeApart(text: string): { fields: Record<string, unknown>; body: string } {
  for (const { form, read } of FRONTMATTER) {
    const [head, content] = form.exec(text) ?? [];
    if (head === undefined || content === undefined) continue;
    try {
      const fields: unknown = read(content);
      const isFields = typeof fields === 'object' && fields !== null && !Array.isArray(fields);
      return { fields: isFields ? (fields as Record<string, unknown>) : {}, body: text.slice(head.length) };
    } catch (error) {
      const [told = ''] = (error as Error).message.split('\n');
      const [, what = told, line] = /^(.*?) at line (\d+)/.exec(told) ?? [];
      const where = line === undefined ? '' : `Line ${Number(line) + 1}: `;
      throw new ImportProblem(
        'bad frontmatter',
        `${where}The frontmatter cannot be read: ${what.replace(/[.:]$/, '')}. Correct it, and import the file again.`,
      );
    }
  }
  return { fields: {}, body: text };
}

/** Reads YAML without turning dates into instants: the day is the one that is written. */
function readYaml(text: string): unknown {
  const document = parseDocument(text, { uniqueKeys: false });
  const [error] = document.errors;
  if (error) throw error;
  return document.toJS({ maxAliasCount: 100 });
}
