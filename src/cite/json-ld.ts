import { speakerAddress } from '../text/address.ts';
import { speakerName } from '../text/speaker-name.ts';
import type { ArticleRow } from '../content/rows/article-row.ts';
import { fullName, nameParts } from '../base/person-names.ts';
import type { StatementRow } from '../content/rows/statement-row.ts';

/** JSON as the content of a `script` element, which only `<` could end. */
export const scriptJson = (value: object): string => JSON.stringify(value).replaceAll('<', '\\u003c');

/** Returns the absolute address of a path. */
type Absolute = (path: string) => string;

/** An article as schema.org's `NewsArticle`, its statements as parts. */
export function newsArticle(row: ArticleRow, statements: readonly StatementRow[], absolute: Absolute): object {
  const known = new Set<string>();
  return {
    '@context': 'https://schema.org',
    ...articleThing(row, row.published, row.language, absolute),
    mainEntityOfPage: row.uri,
    ...(row.topics.length > 0 ? { keywords: row.topics } : {}),
    ...(row.source ? { isBasedOn: row.source } : {}),
    hasPart: statements.map((statement) => quotation(statement, absolute, known)),
  };
}

/** A statement as schema.org's `Quotation`, a part of its article. */
export function quotationPage(row: StatementRow, absolute: Absolute): object {
  return {
    '@context': 'https://schema.org',
    ...quotation(row, absolute, new Set()),
    inLanguage: row.language,
    mainEntityOfPage: row.uri,
    isPartOf: articleThing(row.article, row.published, row.language, absolute),
  };
}

function articleThing(
  { url, title, authors, outlet }: StatementRow['article'],
  published: string,
  language: string,
  absolute: Absolute,
): object {
  return {
    '@type': 'NewsArticle',
    '@id': absolute(url),
    headline: title,
    datePublished: published,
    inLanguage: language,
    ...(authors.length > 0
      ? { author: authors.map((author) => ({ '@type': TYPES[author.kind], name: fullName(nameParts(author)) })) }
      : {}),
    ...(outlet ? { publisher: { '@type': 'Organization', name: outlet } } : {}),
  };
}

/** @param known the speakers that were already described, for whom the address is enough */
function quotation({ uri, text, speaker, sure, said }: StatementRow, absolute: Absolute, known: Set<string>): object {
  const { id = null, name = null, described = null, kind = null } = speaker ?? {};
  const uriOfSpeaker = id && absolute(speakerAddress(id));
  const named = uriOfSpeaker && kind && !known.has(uriOfSpeaker) ? { '@type': TYPES[kind], name } : {};
  if (uriOfSpeaker) known.add(uriOfSpeaker);
  return {
    '@type': 'Quotation',
    '@id': uri,
    text,
    ...(uriOfSpeaker ? { creator: { ...named, '@id': uriOfSpeaker } } : {}),
    ...(speaker && !id ? { creditText: speakerName(name ?? described, sure) } : {}),
    ...(said && /^\d{4}(?:-\d{2}){0,2}$/.test(said) ? { dateCreated: said } : {}),
  };
}

const TYPES = { person: 'Person', organisation: 'Organization' };
