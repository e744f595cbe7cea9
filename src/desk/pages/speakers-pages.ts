import type { Element } from 'hast';
import type { SpeakerId } from '../../base/ids.ts';
import type { Speaker } from '../../content/types.ts';
import { counted } from '../../text/numbers.ts';
import { describe } from '../../text/describe.ts';
import type { Desk } from '../desk.ts';
import { alikeSpeakers, countsOf, findSpeakers, guessedKind } from '../speakers.ts';
import { placesOf } from '../queue/queue.ts';
import { type Content, el, form, type Frame, fragment, hidden, notice, page } from './frame.ts';

/** What a search for a speaker suggests: those whom the archive has, and whoever was typed, as somebody new. */
export function speakerOptions(desk: Desk, text: string): string {
  const name = text.trim().replaceAll(/\s+/g, ' ');
  const known = findSpeakers(desk, name).map((speaker) => ({
    who: { speaker: speaker.id },
    shown: [speaker.name, el('small', {}, about(speaker))],
  }));
  const guess = guessedKind(name);
  const other = guess === 'person' ? 'organisation' : 'person';
  const added =
    name === ''
      ? []
      : [guess, other].map((kind) => ({ who: { name, kind }, shown: [`New ${kind}: `, el('b', {}, name)] }));
  const others = [
    { who: { described: true }, shown: ['The article describes who it is, without a name'] },
    { who: { described: false }, shown: ['Nobody is named'] },
  ];
  return fragment(
    [...known, ...added, ...others].map(({ who, shown }, index) =>
      el('li', { role: 'option', id: `option-${index}`, dataWho: JSON.stringify(who) }, shown),
    ),
  );
}

const about = ({ kind, roles, otherNames }: Speaker): string => {
  const [role] = roles;
  const words = role ? [role.title, role.organisation].filter(Boolean).join(', ') : (otherNames[0] ?? kind);
  return ` ${words}`;
};

/** As many as a page shows; the others are found by their names. */
const MOST = 500;

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

/** How many empty rows a form has for what is added. */
const EMPTY_ROWS = 2;

/** How many statements can be chosen to be split off. */
const MOST_STATEMENTS = 300;

/** One speaker: the fields of the file, and what can be done with the speaker. */
export function speakerPage(frame: Frame, speaker: Speaker, told: string | null): string {
  const { desk } = frame;
  const { id, name, mergedInto } = speaker;
  const statements = placesOf(desk.index, { queue: 'all', speaker: id });
  return page(
    frame,
    name,
    el('p', {}, el('a', { href: '/speakers' }, 'All speakers')),
    el('h1', {}, name),
    told !== null && notice(told),
    el(
      'p',
      { className: ['detail'] },
      el('code', {}, speaker.file),
      ` · ${counted(statements.length, 'statement')} · `,
      el('a', { href: `/?${new URLSearchParams({ queue: 'all', speaker: id }).toString()}` }, 'Look at them'),
    ),
    mergedInto && el('p', {}, 'Merged into ', el('a', { href: `/speakers/${mergedInto}` }, mergedInto), '.'),
    fieldsForm(frame, speaker),
    el('h2', {}, 'Merge'),
    form(
      frame,
      `/speakers/${id}/merge`,
      el(
        'p',
        {},
        el(
          'label',
          {},
          `${name} is the same as `,
          el('input', {
            name: 'into',
            required: true,
            autocomplete: 'off',
            list: 'speaker-ids',
            placeholder: 'id of a speaker',
          }),
        ),
      ),
      el('button', {}, 'Show what changes'),
    ),
    el('h2', {}, 'Rename'),
    form(
      frame,
      `/speakers/${id}/rename`,
      el(
        'p',
        {},
        el('label', {}, 'New id ', el('input', { name: 'id', value: id, required: true, autocomplete: 'off' })),
        ' The old one leads to it.',
      ),
      el('button', {}, 'Show what changes'),
    ),
    statements.length > 0 && splitForm(frame, speaker, statements.slice(0, MOST_STATEMENTS)),
    el(
      'datalist',
      { id: 'speaker-ids' },
      desk.state.speakers.slice(0, MOST).map((one) => el('option', { value: one.id }, one.name)),
    ),
  );
}

function fieldsForm(frame: Frame, { id, name, kind, otherNames, roles, sameAs }: Speaker): Element {
  const text = (field: string, label: string, value: string, properties: Record<string, unknown> = {}): Element =>
    el('label', {}, label, ' ', el('input', { name: field, value, autocomplete: 'off', ...properties }));
  const rows = <T>(all: readonly T[], row: (one: T | null) => Content): Content =>
    [...all, ...Array.from({ length: EMPTY_ROWS }, () => null)].map((one) =>
      el('li', { className: ['narrow'] }, row(one)),
    );
  return form(
    frame,
    `/speakers/${id}/fields`,
    el('p', {}, text('name', 'Name', name, { required: true })),
    el(
      'p',
      {},
      el(
        'label',
        {},
        'Kind ',
        el(
          'select',
          { name: 'kind' },
          ['person', 'organisation'].map((one) => el('option', { value: one, selected: one === kind }, one)),
        ),
      ),
    ),
    el(
      'p',
      {},
      el(
        'label',
        {},
        'Other names, one a line',
        el('textarea', { name: 'otherNames', rows: 3 }, otherNames.join('\n')),
      ),
    ),
    el(
      'fieldset',
      {},
      el('legend', {}, 'Roles, the latest first. Pages show the one held on the day.'),
      el(
        'ul',
        { className: ['list'] },
        rows(roles, (role) => [
          text('title', 'Title', role?.title ?? ''),
          text('organisation', 'Of', role?.organisation ?? ''),
          text('from', 'From', role?.from ?? '', { placeholder: '2021-03', size: 10 }),
          text('to', 'To', role?.to ?? '', { size: 10 }),
          text('source', 'Source', role?.source ?? ''),
        ]),
      ),
    ),
    el(
      'fieldset',
      {},
      el('legend', {}, 'The same elsewhere, such as on Wikidata'),
      el(
        'ul',
        { className: ['list'] },
        rows(sameAs, (same) => [
          text('url', 'Address', same?.url ?? '', { type: 'url' }),
          text('urlSource', 'Source', same?.source ?? ''),
        ]),
      ),
    ),
    el('button', {}, 'Show what changes'),
  );
}

function splitForm(frame: Frame, { id, name }: Speaker, places: ReturnType<typeof placesOf>): Content {
  const { desk } = frame;
  return [
    el('h2', {}, 'Split'),
    form(
      frame,
      `/speakers/${id}/split`,
      el('p', {}, `Statements that are by somebody else of the name of ${name}:`),
      el(
        'ul',
        { className: ['list'] },
        places.map((place) => {
          const { open } = desk.article(place.path);
          const statement = open.source.record?.value?.statements.find((one) => one.id === place.id);
          const words = describe(statement?.quote.join(' ') ?? '');
          return el(
            'li',
            {},
            el(
              'label',
              {},
              el('input', { type: 'checkbox', name: 'statement', value: place.id }),
              ` ${open.source.day} ${words}`,
            ),
          );
        }),
      ),
      el('p', {}, el('label', {}, 'Their name ', el('input', { name: 'name', required: true, autocomplete: 'off' }))),
      el(
        'p',
        {},
        el(
          'label',
          {},
          'Kind ',
          el(
            'select',
            { name: 'kind' },
            ['person', 'organisation'].map((kind) => el('option', { value: kind }, kind)),
          ),
        ),
      ),
      el('button', {}, 'Show what changes'),
    ),
  ];
}
