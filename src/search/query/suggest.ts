import type { Suggestion } from './statement-search.ts';
import { formsOf } from '../../text/words.ts';
import { isSpeakerForm } from './format.ts';
import type { OpenIndex } from './open-index.ts';

const MOST = 8;

/** Words and speakers that start with what was typed, from the one block that a search for it would read anyway. */
export async function suggest({ lexicon }: OpenIndex, start: string): Promise<Suggestion[]> {
  const form = formsOf(start).at(-1);
  if (!form) return [];
  const groups = await lexicon.near(form);
  const words = groups
    .filter(({ key }) => !key.includes(':'))
    .flatMap(({ terms }) =>
      terms.filter((term) => term.form.startsWith(form) && term.form !== form && !isSpeakerForm(term.form)),
    )
    .map(({ form: word, count }): Suggestion => ({ kind: 'word', value: word, label: word, count }));
  const speakers = groups
    .flatMap((group) => group.leads)
    .filter(({ kind, name }) => kind === 'speaker' && formsOf(name).some((word) => word.startsWith(form)))
    .map(({ id, name, count }): Suggestion => ({ kind: 'speaker', value: id, label: name, count }));
  const unique = new Map([...speakers, ...words].map((suggestion) => [suggestion.value, suggestion]));
  return [...unique.values()].sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1)).slice(0, MOST);
}
