import type { Day } from '../base/day.ts';
import type { Author } from '../content/article-file.ts';

/** The text of an item as its source has it. */
export type SourceBody =
  /** The HTML of the article alone, and the address that its links are relative to. */
  | { kind: 'html'; html: string; base: string | null }
  | { kind: 'markdown'; markdown: string }
  /** Paragraphs of plain text, each one line. */
  | { kind: 'paragraphs'; paragraphs: string[] };

/** A text of a source that is to become an article, with what the source says about it. What it does not say is left out. */
export interface Item {
  /** Where it is in its file, for messages: `post 12`, `line 3`; empty if it is the whole file. */
  place: string;
  /** The format of its source, in words: `HTML page`. */
  format: string;
  title?: string | undefined;
  day?: Day | undefined;
  /** Why the day that the source gives cannot be used. */
  dayProblem?: string | undefined;
  authors: Author[];
  outlet?: string | undefined;
  /** The address where it was published. */
  source?: string | undefined;
  language?: string | undefined;
  topics: string[];
  rights?: string | undefined;
  description?: string | undefined;
  /** The words of its address that identify it: `harbour-vote`. */
  slug?: string | undefined;
  /** The day on which the source was captured. */
  archived?: Day | undefined;
  draft?: boolean | undefined;
  body: SourceBody;
  /** All text of the source that may be part of the article, to see whether a quotation in it was lost. */
  fullText?: string | undefined;
  warnings: string[];
}

/** Something in a file that is not an article: where it is, and why it cannot be imported. */
export interface Refused {
  place: string;
  /** A word or two for the summary: `no date`. */
  reason: string;
  /** What is wrong and what to do. */
  problem: string;
}

/** Why a file, or something in it, cannot be imported. */
export class ImportProblem extends Error {
  readonly reason: string;

  /**
   * @param reason a word or two for the summary, such as `no date`
   * @param message what is wrong and what to do
   */
  constructor(reason: string, message: string) {
    super(message);
    this.name = 'ImportProblem';
    this.reason = reason;
  }
}

export const isRefused = (result: Item | Refused): result is Refused => 'problem' in result;
