import type { Root } from 'hast';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { Root as MarkdownRoot } from 'mdast';

/**
 * What a body may contain. Its only ids are those of footnotes, which remark-rehype has prefixed already: a second prefix
 * would break the links to them.
 */
const schema = { ...defaultSchema, clobber: [] };

/**
 * Markdown to HTML as it will be shown: GitHub's flavour, no raw HTML, nothing that could run, no change of the words.
 * Headings go one level down, under the page's title.
 */
const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(() => lowerHeadings)
  .use(remarkRehype)
  .use(rehypeSanitize, schema);

/** Reads an article's body. Elements keep the `position` of their Markdown, whose first line is 1. */
export function parseBody(body: string): Root {
  return processor.runSync(processor.parse(body.normalize('NFC')));
}

function lowerHeadings(tree: MarkdownRoot): void {
  visit(tree, 'heading', (heading) => {
    heading.depth = Math.min(6, heading.depth + 1) as typeof heading.depth;
  });
}
