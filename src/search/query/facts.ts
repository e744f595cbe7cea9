import type { Field } from './statement-search.ts';
import { formsOf } from '../../text/words.ts';
import { type Condition, factCondition } from './conditions.ts';
import { namedBy } from './format.ts';
import type { Lexicon } from './lexicon.ts';

/** The condition that a statement has a certain fact. */
export async function factOf(lexicon: Lexicon, field: Field, value: string): Promise<Condition> {
  if (field === 'speaker') return spokenBy(lexicon, value);
  const folded = formsOf(value).join(' ');
  const term = await lexicon.fact(field, folded);
  return factCondition(term ? [term] : [], ({ type, status, speaker, article }) => {
    const { outlet, topics } = article;
    const held = { named: [namedBy(speaker?.id)], type: [type], status: [status], outlet: [outlet], topic: topics }[
      field
    ];
    return held.some((other) => formsOf(other).join(' ') === folded) ? 'exact' : null;
  });
}

/** The speaker with this id; otherwise all speakers whose names or ids contain the words. */
async function spokenBy(lexicon: Lexicon, value: string): Promise<Condition> {
  const isId = (await lexicon.fact('speaker', value)) !== null;
  const ids = isId ? [value] : (await lexicon.speakers(value)).map(({ id }) => id);
  const terms = await Promise.all(ids.map((id) => lexicon.fact('speaker', id)));
  return factCondition(
    terms.filter((term) => term !== null),
    ({ speaker }) => (speaker && ids.includes(speaker.id) ? 'exact' : null),
  );
}
