import type { ArchiveFile } from '../content/archive-file.ts';
import { type ArticlePath, readArticleSource } from '../content/article-source.ts';
import { chooseWords } from '../content/words/read-words.ts';
import { type Database, openDatabase } from './database.ts';
import { readArticle, type ReadArticle, type Surroundings } from './read-article.ts';
import { surroundings } from './surroundings.ts';
import type { CatalogueSettings } from './update.ts';

/** Some articles to be read in a worker process. */
export interface ReadingTask {
  /** The path of the catalogue. */
  catalogue: string;
  archive: ArchiveFile;
  settings: CatalogueSettings;
  articles: ArticlePath[];
}

let database: Database | undefined;
let around: Surroundings | undefined;

/** Reads articles. A worker serves one update, during which speakers and ledger stay the same. */
export default function readArticles({ catalogue, archive, settings, articles }: ReadingTask): ReadArticle[] {
  database ??= openDatabase(catalogue);
  if (!around) {
    chooseWords(archive, settings.content);
    around = surroundings(database, archive, settings);
  }
  const setting = around;
  return articles.map((article) => readArticle(readArticleSource(article), setting));
}
