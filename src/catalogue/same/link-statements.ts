import type { Address } from '../../text/address.ts';
import type { Database } from '../database.ts';
import { mark } from '../mark.ts';
import { articleUnit } from '../units.ts';
import { linkUtterances } from './utterances.ts';

/** Links statements that are the same in different articles, and marks the articles of those whose links changed. */
export function linkStatements(database: Database): void {
  markArticlesOf(database, linkUtterances(database.sql));
}

/** Marks the articles of statements. */
export function markArticlesOf(database: Database, ids: Iterable<string>): void {
  for (const id of ids)
    for (const { article } of database.sql.all`SELECT article FROM statement WHERE id = ${id}`)
      mark(database, articleUnit(String(article) as Address));
}
