import { type Field, FIELDS, type Query } from '../statement-search.ts';
import { formsOf } from '../words.ts';
import { type Condition, factCondition, phraseCondition, wordCondition } from './conditions.ts';
import type { Entry } from './format.ts';
import type { KnownWord, Lexicon } from './lexicon.ts';
import type { Range } from './lists.ts';
import type { OpenIndex } from './open-index.ts';

/** What a query asks, looked up in the index. */
export interface Asked {
  /** The words that may stand in any form, each once. */
  words: KnownWord[];
  required: Condition[];
  excluded: Condition[];
  /** The records of the years that are asked for. */
  range: Range;
  hasPhrases: boolean;
}

/** Looks up what a query asks. */
export async function ask({ entry, lexicon }: OpenIndex, query: Query): Promise<Asked> {
  const known = (text: string): Promise<KnownWord[]> => Promise.all(formsOf(text).map((form) => lexicon.word(form)));
  const [words, phrases, without, facts] = await Promise.all([
    known(query.words.join(' ')),
    Promise.all(query.phrases.map(known)),
    Promise.all(query.without.map(async ({ text, isExact }) => ({ parts: await known(text), isExact }))),
    Promise.all(FIELDS.flatMap((field) => (query.only[field] ? [fact(lexicon, field, query.only[field])] : []))),
  ]);
  const unique = [...new Map(words.map((word) => [word.form, word])).values()];
  const sought = phrases.filter((parts) => parts.length > 0);
  return {
    words: unique,
    required: [...unique.map(wordCondition), ...sought.map(phraseCondition), ...facts],
    excluded: without.flatMap(({ parts: [first, ...rest], isExact }) => {
      if (!first) return [];
      return [isExact || rest.length > 0 ? phraseCondition([first, ...rest]) : wordCondition(first)];
    }),
    range: rangeOf(entry, query.years),
    hasPhrases: sought.length > 0,
  };
}

async function fact(lexicon: Lexicon, field: Field, value: string): Promise<Condition> {
  if (field === 'speaker') return spokenBy(lexicon, value);
  const folded = formsOf(value).join(' ');
  const term = await lexicon.fact(field, folded);
  return factCondition(term ? [term] : [], ({ type, status, article }) => {
    const { outlet, topics } = article;
    const held = { type: [type], status: [status], outlet: [outlet], topic: topics }[field];
    return held.some((other) => formsOf(other).join(' ') === folded) ? 'exact' : null;
  });
}

/** The speaker of an id, else all whose names or ids hold the words. */
async function spokenBy(lexicon: Lexicon, value: string): Promise<Condition> {
  const isId = (await lexicon.fact('speaker', value)) !== null;
  const ids = isId ? [value] : (await lexicon.speakers(value)).map(({ id }) => id);
  const terms = await Promise.all(ids.map((id) => lexicon.fact('speaker', id)));
  return factCondition(
    terms.filter((term) => term !== null),
    ({ speaker }) => (speaker && ids.includes(speaker.id) ? 'exact' : null),
  );
}

function rangeOf({ years, statements }: Entry, asked: Query['years']): Range {
  if (!asked) return { from: 0, to: statements };
  const firstFrom = (year: number): number => years.find(([other]) => other >= year)?.[1] ?? statements;
  return { from: firstFrom(asked.from), to: firstFrom(asked.to + 1) };
}
