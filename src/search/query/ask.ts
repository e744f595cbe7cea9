import { FIELDS, type Query } from './statement-search.ts';
import { formsOf } from '../../text/words.ts';
import { type Condition, wordCondition } from './conditions.ts';
import type { Entry } from './format.ts';
import type { KnownWord } from './lexicon.ts';
import type { Range } from './lists.ts';
import type { OpenIndex } from './open-index.ts';

/** A query, looked up in the index. */
export interface Asked {
  /** The words that may appear in any form, each once; those of alternatives are apart. */
  words: KnownWord[];
  alternatives: KnownWord[];
  required: Condition[];
  excluded: Condition[];
  /** The records of the years that the query asks for. */
  range: Range;
  /** Whether its results cannot be expected evenly over time. */
  isUneven: boolean;
}

/** Looks up a query. The code for phrases and facts is loaded only if it has any. */
export async function ask(index: OpenIndex, query: Query): Promise<Asked> {
  const { entry, lexicon } = index;
  const known = (text: string): Promise<KnownWord[]> => Promise.all(formsOf(text).map((form) => lexicon.word(form)));
  const phrase = async (text: string): Promise<Condition[]> => {
    const [words, { phraseCondition }] = await Promise.all([known(text), import('./phrase.ts')]);
    return words.length > 0 ? [phraseCondition(words)] : [];
  };
  const exclude = async ({ text, isExact, field }: Query['without'][number]): Promise<Condition[]> => {
    if (field) return [await (await import('./facts.ts')).factOf(lexicon, field, text)];
    const [first, ...rest] = isExact ? [] : await known(text);
    return first && rest.length === 0 ? [wordCondition(first)] : phrase(text);
  };
  const facts = async (): Promise<Condition[]> => {
    const fields = FIELDS.filter((field) => query.only[field]);
    if (fields.length === 0) return [];
    const { factOf } = await import('./facts.ts');
    return Promise.all(fields.map((field) => factOf(lexicon, field, query.only[field] ?? '')));
  };
  const dates = async (): Promise<Condition[]> => {
    if (query.dates.length === 0) return [];
    const { datedIn } = await import('./dated.ts');
    return Promise.all(query.dates.map(async (date) => datedIn(index, date, await phrase(date.text))));
  };
  const [words, any, dated, phrases, excluded, only] = await Promise.all([
    known(query.words.join(' ')),
    Promise.all(query.any.map((words) => known(words.join(' ')))),
    dates(),
    Promise.all(query.phrases.map(phrase)),
    Promise.all(query.without.map(exclude)),
    facts(),
  ]);
  const unique = [...new Map(words.map((word) => [word.form, word])).values()];
  const alternatives = any.length === 0 ? null : await import('./alternatives.ts');
  const choices = any.flatMap((words) => alternatives?.anyOf(words.map(wordCondition)) ?? []);
  return {
    words: unique,
    alternatives: any.flat(),
    required: [...unique.map(wordCondition), ...choices, ...dated, ...phrases.flat(), ...only],
    excluded: excluded.flat(),
    range: rangeOf(entry, query.years),
    isUneven: phrases.length + dated.length > 0,
  };
}

/** The records of some years; of all if none are given. */
export function rangeOf({ years, statements }: Entry, asked: Query['years']): Range {
  if (!asked) return { from: 0, to: statements };
  const firstFrom = (year: number): number => years.find(([other]) => other >= year)?.[1] ?? statements;
  return { from: firstFrom(asked.from), to: firstFrom(asked.to + 1) };
}
