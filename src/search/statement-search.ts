/** What a reader searches for. An empty field does not narrow the search. */
export interface Query {
  words: string;
  speaker: string;
  year: string;
  type: string;
}

/** A stretch of text, and whether it matches the query. */
export interface Fragment {
  text: string;
  isMatch: boolean;
}

/** A statement or an article that was found. */
export interface Hit {
  /** The path from the archive's root at which its words stand. */
  place: string;
  /** The speaker's name, or the article's title. */
  title: string;
  /** The speaker's role on the day; empty for an article or where none is recorded. */
  role: string;
  /** `direct`, `partial` or `reported`; empty for an article. */
  type: string;
  words: Fragment[];
}

export interface Results {
  total: number;
  /** Loads the hits from one place in the order to another, end exclusive. */
  load(from: number, to: number): Promise<Hit[]>;
}

/** The values that narrow a search, each with its number of statements. */
export type Facets = Record<'speaker' | 'year' | 'type', Record<string, number>>;

/** Searches statements, whatever the index behind it. */
export interface StatementSearch {
  /** Loads what searching needs; gives the facets. Throws where the index cannot be loaded. */
  open(): Promise<Facets>;
  search(query: Query): Promise<Results>;
}
