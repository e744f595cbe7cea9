import type { Root } from 'hast';
import type { Article, Statement } from '../../content/types.ts';
import { speakerAddress, statementAddress } from '../../text/address.ts';
import { formatEdtf } from '../../text/dates.ts';
import { articleFragments } from '../../text/article-fragments.ts';
import type { DomText } from '../../text/dom-text.ts';
import type { Links } from '../../text/links.ts';
import { textsBefore } from '../../text/page-frame.ts';
import type { KnownSpeaker } from '../known-speaker.ts';
import { dateline } from '../rows/byline.ts';
import { shownTitle } from '../rows/article-row.ts';
import type { ImageSource } from './figures.ts';
import type { MarkedStatement } from './mark-statements.ts';
import { layArticle } from './render-article.ts';

/** The body of an article as its page shows it. */
export interface ShownBody {
  tree: Root;
  /** The text of the tree, and which parts of it are the author's. */
  dom: DomText;
  /** The text directives that lead to each of its statements, by id. */
  fragments: Map<string, string[]>;
}

/** Where an article is shown. */
export interface Place extends Links {
  /** The name of the archive. */
  title: string;
  /** Returns where an image of the article is served, and its size. */
  image: (name: string) => ImageSource;
}

/**
 * Lays out the body of an article. If words of a statement appear again with the same words around them, no text
 * directive could distinguish them: then the numbers after the statements become part of the text.
 *
 * @param speakers who says each of its statements, in their order
 */
export function articleBody(article: Article, speakers: readonly KnownSpeaker[], place: Place): ShownBody {
  const marked = article.statements.map((statement, index) => {
    return markedStatement(statement, index, speakers[index], place);
  });
  const first = lay(article, marked, place);
  const lost = new Set([...first.fragments].flatMap(([id, found]) => (found.length === 0 ? [id] : [])));
  if (lost.size === 0) return first;
  return lay(
    article,
    marked.map((statement) => ({ ...statement, isRepeated: lost.has(statement.id) })),
    place,
  );
}

function lay(article: Article, statements: readonly MarkedStatement[], { title, image }: Place): ShownBody {
  const { tree, dom } = layArticle({ ...article, statements, image });
  const own = [shownTitle(article), dateline(article.day, article.author, article.outlet), article.description ?? ''];
  return { tree, dom, fragments: articleFragments(tree, [...textsBefore(title), ...own]) };
}

function markedStatement(
  { id, spans, type, sure, said }: Statement,
  index: number,
  speaker: KnownSpeaker | undefined,
  { link, absolute }: Links,
): MarkedStatement {
  const { who = null, name = null, role = null } = speaker ?? {};
  return {
    id,
    number: index + 1,
    isRepeated: false,
    spans,
    type,
    href: link(statementAddress(id)),
    uri: absolute(statementAddress(id)),
    speaker: name === null ? null : { name, role, href: who && link(speakerAddress(who.id)) },
    isSure: sure,
    said: said ? formatEdtf(said) : null,
  };
}
