/** What can be asked of a statement besides its words and its year. */
export const FIELDS = ['speaker', 'named', 'type', 'status', 'outlet', 'topic'] as const;
export type Field = (typeof FIELDS)[number];

/** What a reader searches for. Everything that is given must hold. */
export interface Query {
  /** Words that a statement holds in any of their forms, in any order. */
  words: string[];
  /** Words that it holds exactly as they are, one after the other. */
  phrases: string[];
  /** What it does not hold: a word in any of its forms, or exact words; or, with a field, what it is not of. */
  without: { text: string; isExact: boolean; field: Field | null }[];
  /**
   * A speaker's id, or words of the name or of the description; of `named`, whether the speaker is `named`, `described`,
   * `proposed` or `unknown`; for the others, the value.
   */
  only: Partial<Record<Field, string>>;
  /** Years of publication, both inclusive. */
  years: { from: number; to: number } | null;
  /** `best`: words as typed and near each other, in short statements; then the newest. */
  order: 'best' | 'newest';
  /** Whether a word that nobody said may be taken for one that somebody did. */
  repairs: boolean;
}

/** A stretch of text, and whether it matches the query. */
export interface Fragment {
  text: string;
  isMatch: boolean;
}

/** A statement that was found. */
export interface Hit {
  id: string;
  fragments: Fragment[];
  /** Whether it has every word as it was typed; otherwise in another form. */
  isVerbatim: boolean;
  type: string;
  /** `null` if nobody is named or described; the role is of that day, empty if none is recorded. */
  speaker: { id: string; name: string; role: string } | null;
  /** False where the speaker is only probable. */
  sure: boolean;
  /** When it was said, in words; empty where not known. */
  said: string;
  /** The day of the article. */
  published: string;
  article: { url: string; title: string; language: string };
}

/** How many statements were found. */
export interface Count {
  total: number;
  verbatim: number;
  /** By year of publication. */
  years: Map<number, number>;
}

/** What the statements that were found are by. */
export interface Facets {
  /** By id, most statements first. */
  speakers: { id: string; name: string; count: number }[];
  types: Map<string, number>;
}

export interface Results {
  /** Words that were taken for others, which nobody said. */
  repairs: { asked: string; used: string }[];
  /** Loads the hits from one place in the order to another, end exclusive. */
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
  /** Names what was searched, so that a result can be cited. */
  version: string;
  years: number[];
}

/** What a reader may be about to type. */
export interface Suggestion {
  kind: 'word' | 'speaker';
  /** The word, or the speaker's id. */
  value: string;
  /** What to show. */
  label: string;
  /** In how many statements. */
  count: number;
}

/** Searches statements, whatever the index behind it. Every call throws an `IndexProblem` where the index fails. */
export interface StatementSearch {
  /** Loads what every search needs. */
  open(): Promise<Coverage>;
  search(query: Query): Promise<Results>;
  /** What the start of a word may become, most frequent first; costs no more than a search for it. */
  suggest(start: string): Promise<Suggestion[]>;
}

/** What is wrong with an index: out of reach, not there (or not any more), cut short or changed, or of another version. */
export class IndexProblem extends Error {
  readonly kind: 'unreachable' | 'missing' | 'damaged' | 'version';

  constructor(kind: IndexProblem['kind'], file: string) {
    super(`${file}: ${kind}`);
    this.kind = kind;
  }
}
