import type { Query } from './statement-search.ts';

const FIELDS = { words: 'q', speaker: 'speaker', year: 'year', type: 'type' } as const;

/** Reads a query from an address's search part, `?q=…&year=2023`. */
export function readQuery(search: string): Query {
  const parameters = new URLSearchParams(search);
  const value = (name: string): string => parameters.get(name)?.trim() ?? '';
  return {
    words: value(FIELDS.words),
    speaker: value(FIELDS.speaker),
    year: value(FIELDS.year),
    type: value(FIELDS.type),
  };
}

/** A query as the search part of an address; empty for an empty query. */
export function writeQuery(query: Query): string {
  const parameters = new URLSearchParams();
  for (const [field, name] of Object.entries(FIELDS)) {
    const value = query[field as keyof Query];
    if (value) parameters.set(name, value);
  }
  return parameters.size > 0 ? `?${parameters}` : '';
}

/** Whether a query looks for nothing. */
export const isEmpty = (query: Query): boolean => Object.values(query).every((value) => value === '');

/** Words as the index reads them: curly and other marks are straight, so that either finds the same. */
export function straightMarks(words: string): string {
  return words.replace(/[“”„«»]/g, '"').replace(/[‘’‚‹›]/g, "'");
}
