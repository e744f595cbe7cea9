import type { Day } from '../base/day.ts';
import type { SpeakerId, StatementId } from '../base/ids.ts';
import type { GoneAddress } from '../content/former.ts';
import type { ArticleRow } from '../content/rows/article-row.ts';
import type { StatementRow } from '../content/rows/statement-row.ts';
import type { PassagePart } from '../text/passage-around.ts';
import type { PageQuote } from './rows/page-quotes.ts';

/** A public article, as its pages and files show it. */
export interface PublishedArticle {
  row: ArticleRow;
  /** A sentence or two about it: its description, or its first words. */
  summary: string;
  /** Its body, laid out. */
  html: string;
  statements: StatementRow[];
  /** The words of its statements as quotations of its page, by id. */
  quotes: Record<StatementId, PageQuote[]>;
}

/** A public statement, as its page shows it. */
export interface PublishedStatement extends StatementDetails {
  row: StatementRow;
}

/** What the page of a statement shows besides its row of data. */
export interface StatementDetails {
  /** To whom it was said. */
  addressee?: string | undefined;
  /** What an editor remarks. */
  note?: string | undefined;
  /** The paragraphs around it. */
  passage: PassagePart[][];
}

/** A change to something that was published, as the catalogue stores it: a speaker is named when it is read. */
export interface StoredCorrection {
  /** The statement in its present form; `null` for what was removed. */
  statement: StatementId | null;
  removed?: GoneAddress;
  kind: 'words' | 'speaker' | 'removed';
  on: Day;
  why: string;
  was: Told | null;
  now: Told | null;
  wasVersion: string | null;
}

/** Words, or a speaker to be named. */
export type Told = { words: string } | { speaker: SpeakerId };
