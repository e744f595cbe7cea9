import type { Element } from 'hast';
import type { Speaker } from '../../content/types.ts';
import { describe } from '../../text/describe.ts';
import { counted } from '../../base/counted.ts';
import { placesOf } from '../queue/queue.ts';
import { type Content, el, form, type Frame, notice, page } from './frame.ts';
import { MOST } from './speakers-page.ts';

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
    el('p', {}, kindField(kind)),
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
      el('p', {}, kindField('person')),
      el('button', {}, 'Show what changes'),
    ),
  ];
}

const kindField = (kind: Speaker['kind']): Element =>
  el(
    'label',
    {},
    'Kind ',
    el(
      'select',
      { name: 'kind' },
      ['person', 'organisation'].map((one) => el('option', { value: one, selected: one === kind }, one)),
    ),
  );
