import { SaxesParser } from 'saxes';
import type { Author } from '../../content/article-file.ts';
import { ImportProblem, type Item, type Refused } from '../item.ts';
import { readByline } from '../words/byline.ts';
import { firstDay } from '../words/days.ts';
import { withoutBrackets } from './shortcodes.ts';
import { paragraphsOfHtml } from './wordpress-text.ts';

/** Which posts of an export are imported. */
export interface PostChoice {
  /** `post`, `page`, or other types of posts. */
  types: readonly string[];
  /** `publish`, `draft` and so on. */
  statuses: readonly string[];
}

/** What an element says, by its name; several of one name are kept in their order. */
type Texts = Map<string, string[]>;

/** WordPress exports contain these faults, which its own importer reads over. */
const FORGIVEN = /\]\]>|unbound namespace|entity|disallowed character/i;

/**
 * Reads the posts of a WordPress export (WXR), part by part, so that its size does not matter.
 *
 * @param parts the text of the file, in parts
 * @throws ImportProblem if it is damaged, or no export
 */
export async function* readWxr(
  parts: AsyncIterable<string> | Iterable<string>,
  choice: PostChoice,
): AsyncGenerator<Item | Refused> {
  const export_ = new Export(choice);
  let count = 0;
  for await (const part of parts) {
    export_.parser.write(part);
    if (export_.problem) break;
    for (const item of export_.take()) {
      count++;
      yield item;
    }
  }
  if (!export_.problem) export_.parser.close();
  export_.checkVersion();
  if (export_.problem) throw export_.problem;
  if (count === 0)
    throw new ImportProblem(
      'no articles',
      `The export has no post of the types ${choice.types.join(', ')} with the status ${choice.statuses.join(', ')}. Choose others with \`--post-type\` and \`--status\`.`,
    );
}

/** An export that is being read. */
class Export {
  readonly parser = new SaxesParser({ xmlns: false, fragment: false });
  problem: ImportProblem | null = null;
  version = '';
  readonly #choice: PostChoice;
  readonly #channel: Texts = new Map();
  readonly #authors = new Map<string, string>();
  #done: (Item | Refused)[] = [];
  #path: string[] = [];
  #text = '';
  #item: Texts | null = null;
  #author: Texts | null = null;
  #categories: { domain: string; name: string }[] = [];
  #domain = '';
  #number = 0;

  constructor(choice: PostChoice) {
    this.#choice = choice;
    this.parser.on('opentag', ({ name, attributes }) => {
      this.#path.push(name);
      this.#text = '';
      if (name === 'item') [this.#item, this.#categories] = [new Map(), []];
      if (name === 'wp:author') this.#author = new Map();
      if (name === 'category') this.#domain = attributes['domain'] ?? 'category';
    });
    this.parser.on('text', (text) => (this.#text += text));
    this.parser.on('cdata', (text) => (this.#text += text));
    this.parser.on('closetag', ({ name }) => {
      this.#close(name);
    });
    this.parser.on('error', (error) => {
      if (FORGIVEN.test(error.message)) return;
      const [, line, what = error.message] = /^(\d+):\d+: (.*)$/s.exec(error.message) ?? [];
      this.problem ??= new ImportProblem(
        'damaged XML',
        `${line ? `Line ${line}: ` : ''}The export is damaged: ${what.replace(/\.$/, '')}. Export it again from WordPress.`,
      );
    });
  }

  /** The posts that were read since. */
  take(): (Item | Refused)[] {
    const done = this.#done;
    this.#done = [];
    return done;
  }

  #close(name: string): void {
    const text = this.#text;
    this.#text = '';
    this.#path.pop();
    const parent = this.#path.at(-1);
    if (name === 'item') this.#endItem();
    else if (name === 'wp:author') this.#endAuthor();
    else if (parent === 'item' && name === 'category')
      this.#categories.push({ domain: this.#domain, name: text.trim() });
    else if (parent === 'item' && this.#item) push(this.#item, name, text);
    else if (parent === 'wp:author' && this.#author) push(this.#author, name, text);
    else if (parent === 'channel') push(this.#channel, name, text);
    if (name === 'wp:wxr_version') this.version = text.trim();
  }

  #endAuthor(): void {
    const of = (name: string): string => first(this.#author, name);
    const full = `${of('wp:author_first_name')} ${of('wp:author_last_name')}`.trim();
    this.#authors.set(of('wp:author_login'), of('wp:author_display_name') || full);
    this.#author = null;
  }

  /** An export tells its version before its first post. */
  checkVersion(): void {
    if (/^\d+\.\d+$/.test(this.version)) return;
    const told = this.version ? `, only \`${this.version}\`` : '';
    this.problem ??= new ImportProblem(
      'no WordPress export',
      `The file gives no version of the export format (\`wp:wxr_version\`)${told}. Export it again from WordPress: Tools, Export.`,
    );
  }

  #endItem(): void {
    this.checkVersion();
    const of = (name: string): string => first(this.#item, name);
    this.#number++;
    const type = of('wp:post_type') || 'post';
    const status = of('wp:status') || 'publish';
    if (!this.#choice.types.includes(type) || !this.#choice.statuses.includes(status)) return;
    const place = `post ${of('wp:post_id') || this.#number}`;
    const warnings: string[] = [];
    const html = paragraphsOfHtml(withoutBrackets(this.#contentOf(), warnings));
    if (html.replaceAll(/<[^<>]*>/g, '').trim() === '') {
      this.#done.push({ place, reason: 'no text', problem: `The post \`${of('title')}\` has no text.` });
      return;
    }
    const login = of('dc:creator');
    const author = this.#authors.get(login) ?? login;
    const link = of('link');
    if (of('wp:post_password') !== '') warnings.push('The post was protected by a password.');
    this.#done.push({
      place,
      format: 'WordPress export',
      title: of('title') || undefined,
      day: firstDay(of('wp:post_date')) ?? firstDay(of('pubDate')) ?? undefined,
      authors: authorsOf(author),
      outlet: first(this.#channel, 'title') || undefined,
      source: /^https?:/.test(link) ? link : undefined,
      language: first(this.#channel, 'language') || undefined,
      topics: this.#categories
        .filter(
          ({ domain, name }) => /^(?:category|post_tag|tag)$/.test(domain) && name !== '' && name !== 'Uncategorized',
        )
        .map(({ name }) => name),
      description: of('excerpt:encoded') || undefined,
      slug: of('wp:post_name') || undefined,
      draft: status === 'publish' ? undefined : true,
      body: { kind: 'html', html, base: link || first(this.#channel, 'link') || null },
      warnings,
    });
  }

  #contentOf(): string {
    return (this.#item?.get('content:encoded') ?? []).join('');
  }
}

function push(texts: Texts, name: string, text: string): void {
  texts.set(name, [...(texts.get(name) ?? []), text]);
}

/** A login is the author if the export has nothing better. */
function authorsOf(name: string): Author[] {
  const named = readByline(name, true);
  return named.length > 0 || name === '' ? named : [{ name, kind: 'person' }];
}

const first = (texts: Texts | null, name: string): string => (texts?.get(name)?.[0] ?? '').trim();
