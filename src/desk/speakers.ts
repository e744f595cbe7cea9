import type { SpeakerId } from '../base/ids.ts';
import { kindOfName } from '../find/people/head.ts';
import type { Speaker } from '../content/types.ts';
import { mayBeOne, spellingKey } from '../record/name-forms.ts';
import type { Desk } from './desk.ts';

/** How many speakers a search suggests. */
const MOST_FOUND = 12;

/** The speakers one of whose names has words that begin with all the words of a text; the best known first. */
export function findSpeakers(desk: Desk, text: string): Speaker[] {
  const wanted = wordsOf(text);
  if (wanted.length === 0) return [];
  const hits = desk.state.speakers.filter(({ id, mergedInto, name, otherNames }) => {
    if (mergedInto) return false;
    return [name, ...otherNames, id].some((one) => {
      const own = wordsOf(one);
      return wanted.every((word) => own.some((other) => other.startsWith(word)));
    });
  });
  const isSame = ({ name }: Speaker): boolean => wordsOf(name).join(' ') === wanted.join(' ');
  const counts = countsOf(desk, hits.length > COUNTED ? [] : hits.map(({ id }) => id));
  const count = ({ id }: Speaker): number => counts.get(id) ?? 0;
  return hits
    .toSorted((a, b) => Number(isSame(b)) - Number(isSame(a)) || count(b) - count(a) || (a.name < b.name ? -1 : 1))
    .slice(0, MOST_FOUND);
}

/** Of more hits than this nobody sees the order. */
const COUNTED = 200;

/** How many statements speakers have. */
export function countsOf({ index, state }: Desk, ids?: readonly SpeakerId[]): Map<SpeakerId, number> {
  const rows = ids
    ? index.all(
        'SELECT speaker, count(*) AS count FROM item WHERE NOT is_more AND speaker IN (SELECT value FROM json_each(?)) GROUP BY speaker',
        JSON.stringify(ids.flatMap((id) => state.idsOf(id))),
      )
    : index.all(
        'SELECT speaker, count(*) AS count FROM item WHERE NOT is_more AND speaker IS NOT NULL GROUP BY speaker',
      );
  const counts = new Map<SpeakerId, number>();
  for (const { speaker, count } of rows) {
    const id = state.idOf(String(speaker));
    counts.set(id, (counts.get(id) ?? 0) + Number(count));
  }
  return counts;
}

/** The kind of somebody new, by the name. */
export const guessedKind = (name: string): 'person' | 'organisation' => kindOfName(name);

/** Pairs of speakers whose names may be two spellings of one. */
export function alikeSpeakers({ state }: Desk): [Speaker, Speaker][] {
  const people = state.speakers.filter(({ kind, mergedInto }) => kind === 'person' && !mergedInto);
  const keyed = people.map((speaker) => ({ speaker, key: spellingKey(speaker.name) }));
  const bySurname = Map.groupBy(keyed, ({ key }) => key.split(' ').at(-1) ?? '');
  return [...bySurname.values()].flatMap((own) =>
    own.flatMap(({ speaker, key }, index) =>
      own
        .slice(index + 1)
        .filter((other) => mayBeOne(key, other.key))
        .map((other): [Speaker, Speaker] => [speaker, other.speaker]),
    ),
  );
}

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
