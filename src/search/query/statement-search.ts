import type { Day } from '../../base/day.ts';
import type { Edtf } from '../../base/edtf.ts';
import type { StatementId } from '../../base/ids.ts';
import type { StatementStatus } from '../../content/record-file.ts';
import type { StatementType } from '../../text/statement-types.ts';
import type { Address } from '../../text/address.ts';

/** The fields by which statements can be found, besides their words and their year. */
export const FIELDS = ['speaker', 'named', 'type', 'status', 'outlet', 'topic'] as const;
export type Field = (typeof FIELDS)[number];

/** What a reader searches for. Every condition that is set must be met. */
export interface Query {
  /** Words that a statement must contain, in any of their forms and in any order. */
  words: string[];
  /** Words that it must contain exactly as they are, one after the other. */
  phrases: string[];
  /** Of each of these groups of words, at least one. */
  any: string[][];
  /** Dates: it contains their words, or was published then. */
  dates: { text: string; period: Period }[];
  /**
   * What it must not contain: a word in any of its forms, or exact words; with a field, a value that it must not have.
   */
  without: { text: string; isExact: boolean; field: Field | null }[];
  /**
   * For `speaker`, an id, or words of the name or the description; for `named`, whether the speaker is `named`,
   * `described`, `proposed` or `unknown`; for the others, the value.
   */
  only: Partial<Record<Field, string>>;
  /** Years of publication, both inclusive. */
  years: { from: number; to: number } | null;
  /** `best`: words as typed and close together, in short statements, come first, then the newest. */
  order: 'best' | 'newest';
  /** Whether a word that nobody said may be replaced by a similar one that somebody did. */
  repairs: boolean;
}

/** A day, a month or a year: `2016-11-08`, `2016-11`, `2016`. */
export type Period = string;

/** A stretch of text, and whether it matches the query. */
export interface Fragment {
  text: string;
  isMatch: boolean;
}

/** A statement as the index keeps it. */
export interface IndexedStatement {
  id: StatementId;
  type: StatementType;
  status: StatementStatus;
  /** Its words as they are shown, in their marks. */
  shown: string;
  /** `null` if nobody is named or described; the role is of that day, empty if none is recorded. */
  speaker: { id: string; name: string; role: string } | null;
  /** False if the speaker is only probable. */
  sure: boolean;
  /** When it was said, in words; empty if not known. */
  said: Edtf | '';
  /** The day of the article. */
  published: Day;
  /** `outlet` is empty if nobody recorded it. */
  article: { url: Address; title: string; language: string; outlet: string; topics: string[] };
}

/** A statement that was found. */
export interface Hit extends IndexedStatement {
  /** Its words, in stretches that match the query and others. */
  fragments: Fragment[];
  /** Whether it has every word as it was typed; otherwise in another form. */
  isVerbatim: boolean;
  /** The words that only its speaker's name, role or description contains. */
  ofSpeaker: string[];
}

/** How many statements were found. */
export interface Count {
  total: number;
  verbatim: number;
  /** By year of publication. */
  years: Map<number, number>;
}

/** The results counted by speaker and by type. */
export interface Facets {
  /** By id, most statements first. */
  speakers: { id: string; name: string; count: number }[];
  types: Map<string, number>;
}

export interface Results {
  /** Words without a result, and those that were searched for instead; empty if the word was left out. */
  repairs: { asked: string; used: string }[];
  /** What the words lead to besides statements, likeliest first. */
  leads: Lead[];
  /** Loads the hits from one position up to another, exclusive. */
  load: (from: number, to: number) => Promise<Hit[]>;
  count: () => Promise<Count>;
  facets: () => Promise<Facets>;
}

/** What an index covers. */
export interface Coverage {
  statements: number;
  /** The first and the last day of publication; `null` while there are no statements. */
  days: [string, string] | null;
  /** Months between them without an article, `2023-05`. */
  gaps: string[];
  /** Identifies what was searched, so that a result can be cited. */
  version: string;
  years: number[];
}

/** A speaker, a topic or a period that a query names. */
export interface Lead {
  kind: 'speaker' | 'topic' | 'period';
  /** The speaker's or topic's id, or the period. */
  id: string;
  name: string;
  /** The latest role of a speaker; empty if none is recorded. */
  role: string;
  /** The number of statements. */
  count: number;
}

/** What a reader may be about to type. */
export interface Suggestion {
  kind: 'word' | 'speaker';
  /** The word, or the speaker's id. */
  value: string;
  /** What to show. */
  label: string;
  /** The number of statements. */
  count: number;
}

/** The statements that a quotation may come from. */
export interface Likely {
  /** Likeliest first: a few, to compare with the quotation. */
  statements: IndexedStatement[];
  /** In how many statements its rarest words appear as they are, by form. */
  counts: Map<string, number>;
}

/** Searches statements, whatever the index behind it. Every call throws an `IndexProblem` if the index fails. */
export interface StatementSearch {
  /** Loads what every search needs. */
  open(): Promise<Coverage>;
  search(query: Query): Promise<Results>;
  likely(quotation: string): Promise<Likely>;
  /** Completions of the start of a word, most frequent first; costs no more than a search for it. */
  suggest(start: string): Promise<Suggestion[]>;
}

/** A failure of the index: it is unreachable, missing (perhaps replaced since), damaged, or of another version. */
export class IndexProblem extends Error {
  readonly kind: 'unreachable' | 'missing' | 'damaged' | 'version';

  constructor(kind: IndexProblem['kind'], file: string) {
    super(`${file}: ${kind}`);
    this.kind = kind;
  }
}
