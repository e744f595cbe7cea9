import type { Element } from 'hast';
import type { SpeakerId } from '../../base/ids.ts';
import type { Speaker } from '../../content/types.ts';
import { counted } from '../../base/counted.ts';
import { alikeSpeakers, countsOf } from '../speakers.ts';
import { el, form, type Frame, hidden, notice, page } from './frame.ts';
import { about } from './speaker-options.ts';

/** As many as a page shows; the others are found by their names. */
export const MOST = 500;

/** Every speaker, with those who may be one. */
export function speakersPage(frame: Frame, told: string | null): string {
  const { desk } = frame;
  const counts = countsOf(desk);
  const speakers = desk.state.speakers.filter(({ mergedInto }) => !mergedInto);
  const count = ({ id }: Speaker): number => counts.get(id) ?? 0;
  const shown = speakers.toSorted((a, b) => count(b) - count(a) || (a.name < b.name ? -1 : 1)).slice(0, MOST);
  const alike = alikeSpeakers(desk);
  return page(
    frame,
    'Speakers',
    el('h1', {}, 'Speakers'),
    told !== null && notice(told),
    alike.length > 0 && [
      el('h2', {}, 'May be one, in two spellings'),
      el(
        'ul',
        { className: ['list'] },
        alike
          .slice(0, MOST)
          .map(([a, b]) =>
            el(
              'li',
              {},
              link(a),
              ' and ',
              link(b),
              ' ',
              mergeForm(frame, a.id, b.id, `Merge ${a.name} into ${b.name}`),
              ' ',
              mergeForm(frame, b.id, a.id, `Merge ${b.name} into ${a.name}`),
            ),
          ),
      ),
    ],
    el('h2', {}, counted(speakers.length, 'speaker')),
    el(
      'p',
      {},
      el('label', {}, 'Filter ', el('input', { type: 'search', dataFilter: 'speakers', autocomplete: 'off' })),
    ),
    el(
      'ul',
      { id: 'speakers', className: ['list'] },
      shown.map((speaker) =>
        el('li', {}, link(speaker), el('small', {}, `${about(speaker)}, ${counted(count(speaker), 'statement')}`)),
      ),
    ),
    speakers.length > MOST &&
      el('p', {}, `The ${MOST} with most statements. The others are found in the queue, with /.`),
  );
}

const link = ({ id, name }: Speaker): Element => el('a', { href: `/speakers/${id}` }, name);

function mergeForm(frame: Frame, from: SpeakerId, into: SpeakerId, label: string): Element {
  return form(frame, `/speakers/${from}/merge`, hidden('into', into), el('button', { ariaLabel: label }, label));
}
