import type { Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import type { Day } from '../../base/day.ts';
import { canonicalText } from '../../text/canonical-text.ts';
import { type DomText, domText } from '../../text/dom-text.ts';
import { layFigures, type ImageSource } from './figures.ts';
import { markDates } from './mark-dates.ts';
import { markStatements, type MarkedStatement } from './mark-statements.ts';
import { parseBody } from '../../text/markdown.ts';
import { paragraphIds } from '../../text/paragraph-id.ts';
import { layPassages } from './passages.ts';
import { TextWrapper } from '../../text/wrap-text.ts';

/** What is needed to lay out an article's body. */
export interface ArticleBody {
  body: string;
  day: Day;
  language: string;
  statements: readonly MarkedStatement[];
  /** Returns where an image of the article is served, and its size. */
  image: (name: string) => ImageSource;
}

/** An article's body, laid out. */
export interface LaidArticle {
  tree: Root;
  /** The text of the tree, and which parts of it are the author's. */
  dom: DomText;
}

const stringifier = unified().use(rehypeStringify).freeze();

/**
 * Lays out an article's body as an HTML tree: its words unchanged, each statement marked, dates such as "Wednesday"
 * explained, each paragraph with a link, and after each block the notes that say who speaks in it.
 */
export function layArticle({ body, day, language, statements, image }: ArticleBody): LaidArticle {
  const tree = parseBody(body);
  const canonical = canonicalText(tree);
  const wrapper = new TextWrapper(canonical);
  const dates = markDates(wrapper, canonical, day, language);
  markStatements(wrapper, canonical, statements);
  layFigures(tree, image);
  layPassages(tree, canonical, paragraphIds(canonical), statements, dates);
  return { tree, dom: domText(tree, (node) => wrapper.placeOf(node)) };
}

/** A tree as HTML. */
export const toHtml = (tree: Root): string => stringifier.stringify(tree);
