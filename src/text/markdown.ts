import type { Root } from 'hast';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { type Processor, unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { Root as MarkdownRoot } from 'mdast';
import { checkNesting, checkSize } from './body-limits.ts';

/**
 * The HTML that a body may contain. Its only ids are those of footnotes, which remark-rehype has already prefixed: a
 * second prefix would break the links to them.
 */
const schema = { ...defaultSchema, clobber: [] };

/**
 * Converts Markdown to the HTML that is shown: GitHub's flavour, without raw HTML or anything executable, the words
 * unchanged. Headings are lowered one level, below the page's title.
 */
const processor = unified()
  .use(remarkParse)
  .use(limitNesting)
  .use(remarkGfm)
  .use(() => lowerHeadings)
  .use(remarkRehype)
  .use(rehypeSanitize, schema);

/**
 * Parses an article's body. Elements keep the `position` of their Markdown, whose first line is 1.
 *
 * @throws BodyError if it exceeds the limits of size or nesting
 */
export function parseBody(body: string): Root {
  const text = body.normalize('NFC');
  checkSize(text);
  return processor.runSync(processor.parse(text));
}

/** Checks the tree as soon as it is parsed: the next step of GitHub's flavour walks it recursively. */
function limitNesting(this: Processor): void {
  const extension = { transforms: [checkNesting] };
  const data = this.data();
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), extension];
}

function lowerHeadings(tree: MarkdownRoot): void {
  visit(tree, 'heading', (heading) => {
    heading.depth = Math.min(6, heading.depth + 1) as typeof heading.depth;
  });
}
