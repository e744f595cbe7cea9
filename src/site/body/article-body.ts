import type { Root } from 'hast';
import { speakerAddress } from '../../text/address.ts';
import type { DomText } from '../../text/dom-text.ts';
import type { ImageSource } from './figures.ts';
import type { MarkedStatement } from './mark-statements.ts';
import { layArticle } from './render-article.ts';
import { formatWeekday } from '../../base/day.ts';
import { formatEdtf } from '../../base/edtf.ts';
import { articleFragments } from '../../text/article-fragments.ts';
import { absolute, link, SECTIONS, site, SKIP } from '../site.ts';
import type { ArchivedStatement } from '../archive/index.ts';
import { shownByline, shownTitle } from '../archive/shown.ts';
import type { Article } from '../../content/types.ts';

/** The body of an article as its page shows it. */
export interface ShownBody {
  tree: Root;
  /** The text of the tree, and which parts of it are the author's. */
  dom: DomText;
  /** The text directives that lead to each of its statements, by id. */
  fragments: Map<string, string[]>;
}

/**
 * Lays out the body of an article. If words of a statement appear again with the same words around them, no text
 * directive could distinguish them: then the numbers after the statements become part of the text.
 *
 * @param image returns where an image of the article is served, and its size; left out if nobody will see it
 */
export function articleBody(
  article: Article,
  statements: readonly ArchivedStatement[],
  image: (name: string) => ImageSource = () => ({ src: '', width: 0, height: 0 }),
): ShownBody {
  const marked = statements.map(markedStatement);
  const first = lay(article, marked, image);
  const lost = new Set([...first.fragments].flatMap(([id, found]) => (found.length === 0 ? [id] : [])));
  if (lost.size === 0) return first;
  return lay(
    article,
    marked.map((statement) => ({ ...statement, isRepeated: lost.has(statement.id) })),
    image,
  );
}

function lay(
  article: Article,
  statements: readonly MarkedStatement[],
  image: (name: string) => ImageSource,
): ShownBody {
  const { tree, dom } = layArticle({ ...article, statements, image });
  const frame = [SKIP, site.title, ...SECTIONS.map(([, name]) => name)];
  const before = [...frame, formatWeekday(article.day), shownTitle(article), shownByline(article)];
  return { tree, dom, fragments: articleFragments(tree, before) };
}

function markedStatement(statement: ArchivedStatement, index: number): MarkedStatement {
  const { id, spans, type, address, who, name, role, sure, said } = statement;
  return {
    id,
    number: index + 1,
    isRepeated: false,
    spans,
    type,
    href: link(address),
    uri: absolute(address),
    speaker: name === null ? null : { name, role, href: who && link(speakerAddress(who.id)) },
    isSure: sure,
    said: said ? formatEdtf(said) : null,
  };
}
