import type { Element } from 'hast';
import { formatEdtf } from '../../base/edtf.ts';
import { formatDay } from '../../base/day.ts';
import { counted, formatNumber } from '../../text/numbers.ts';
import { firstUpper } from '../../text/first-upper.ts';
import { STATEMENT_TYPES, TYPE_EXPLANATIONS, TYPE_WORDS } from '../../text/statement-types.ts';
import type { Act } from '../act-log.ts';
import type { Desk } from '../desk.ts';
import type { Decision } from '../queue/decide.ts';
import { asParameters, conditionOf, countOf, type Place, QUEUES, type Query, type QueueName } from '../queue/queue.ts';
import { type StatementView, viewOf } from '../queue/statement-view.ts';
import { type Content, el, type Frame, fragment, notice, page } from './frame.ts';

/** How many of the latest decisions stay visible. */
const LATEST = 10;

/** The queue with one statement, as a page. */
export function queuePage(frame: Frame, query: Query, place: Place | null, told: string | null): string {
  const { desk } = frame;
  return page(
    frame,
    'Queue',
    filters(desk, query),
    el('div', { id: 'queue' }, queueContent(desk, query, place, told)),
    el('p', { id: 'said', role: 'status', className: ['unseen'] }),
    keysDialog(),
  );
}

/** What changes when another statement is shown. */
export const queueFragment = (desk: Desk, query: Query, place: Place | null, told: string | null): string =>
  fragment(queueContent(desk, query, place, told));

function queueContent(desk: Desk, query: Query, place: Place | null, told: string | null): Content {
  const left = countOf(desk.index, query);
  return [
    progress(desk, left),
    told !== null && notice(told),
    place ? shownStatement(desk, place) : nothingLeft(query),
    latest(desk.log.latest(LATEST)),
  ];
}

function progress({ log }: Desk, left: number): Element {
  const { pace, done } = log;
  const time = pace === null || left === 0 ? null : timeLeft(pace * left);
  return el(
    'p',
    { className: ['progress'] },
    el('b', { dataLeft: String(left) }, `${formatNumber(left)} left`),
    done > 0 && `, ${formatNumber(done)} done`,
    time !== null && `, about ${time}`,
  );
}

function timeLeft(milliseconds: number): string {
  const minutes = Math.ceil(milliseconds / 60_000);
  return minutes < 60 ? counted(minutes, 'minute') : counted(Math.round(minutes / 60), 'hour');
}

function nothingLeft({ queue }: Query): Element {
  return el(
    'section',
    { dataStatement: '' },
    el('h1', { tabIndex: -1 }, 'Nothing is left in this queue.'),
    el('p', {}, `It has what is ${QUEUES[queue].about}. Choose another one above.`),
    el('div', { className: ['acts'] }, undoButton(), keysButton()),
  );
}

function shownStatement(desk: Desk, place: Place): Element {
  const view = viewOf(desk, place.id, place.path);
  const { id, path, version, article, spans, others, neighbours } = view;
  return el(
    'section',
    {
      className: ['statement'],
      dataStatement: id,
      dataPath: path,
      dataVersion: version,
      dataSpans: JSON.stringify(spans),
      dataOthers: JSON.stringify(others),
      dataEvidence: JSON.stringify([view.source, view.cue].filter((span) => span !== null)),
      ...(neighbours.before ? { dataBefore: neighbours.before } : {}),
      ...(neighbours.after ? { dataAfter: neighbours.after } : {}),
    },
    el(
      'div',
      { className: ['text'], lang: article.language },
      view.paragraphs.map(({ start, text }) => el('p', { dataStart: String(start) }, text)),
    ),
    el('h1', { tabIndex: -1 }, firstUpper(view.who), view.role && el('small', {}, `, ${view.role}`)),
    el('p', { className: ['unseen'], lang: article.language }, view.words),
    facts(view),
    view.notices.map((words) => notice(words)),
    candidates(view),
    acts(view),
    dayDialog(view),
    typeDialog(view),
    speakerDialog(view),
  );
}

function facts(view: StatementView): Element {
  const { type, said, article, isMore, isReleased, confidence, note, path } = view;
  const parts: Content[] = [
    isMore ? 'in no record' : null,
    firstUpper(TYPE_WORDS[type]),
    said ? `said ${formatEdtf(said)}` : 'no day',
    confidence === null ? null : `${Math.round(confidence * 100)} %`,
    isReleased ? 'released' : null,
    note,
    el('a', { href: `/?${new URLSearchParams({ queue: 'open', article: path }).toString()}` }, article.title),
    formatDay(article.day),
  ];
  const shown = parts.filter((part) => part !== null);
  return el(
    'p',
    { className: ['facts'] },
    shown.flatMap((part, index) => (index > 0 ? [' · ', part] : [part])),
  );
}

function candidates({ candidates: all }: StatementView): Content {
  if (all.length === 0) return null;
  return el(
    'ol',
    { className: ['candidates'], ariaLabel: 'Other speakers' },
    all.map(({ name, about, who, role, source }, index) => {
      const decision = { act: 'speaker', who, ...(role ? { role } : {}), ...(source ? { source } : {}) };
      return el(
        'li',
        {},
        decisionButton(digit(index), decision as Decision, name, about && el('small', {}, `, ${about}`)),
      );
    }),
  );
}

/** The keys of a list in the order of a keyboard: 1 to 9, then 0. */
const digit = (index: number): string => String((index + 1) % 10);

const decisionButton = (key: string | null, decision: Decision, ...content: Content[]): Element =>
  el(
    'button',
    { type: 'button', dataDecision: JSON.stringify(decision), ...(key ? { dataKey: key } : {}) },
    key !== null && el('kbd', {}, key),
    ' ',
    content,
  );

const button = (key: string, properties: Record<string, unknown>, label: string): Element =>
  el('button', { type: 'button', dataKey: key, ...properties }, el('kbd', {}, key), ` ${label}`);

function acts({ neighbours: { before, after } }: StatementView): Element {
  return el(
    'div',
    { className: ['acts'], role: 'group', ariaLabel: 'Decide' },
    decisionButton('a', { act: 'confirm' }, 'Right'),
    decisionButton('x', { act: 'dismiss' }, 'Not a statement'),
    button('/', { dataOpen: 'speaker' }, 'Speaker'),
    button('d', { dataOpen: 'days' }, 'Day'),
    button('t', { dataOpen: 'types' }, 'Type'),
    button('e', { dataMark: 'spans' }, 'Words'),
    button('m', { dataMark: 'mark' }, 'Mark'),
    button('p', { dataMark: 'split' }, 'Split'),
    before && decisionButton('[', { act: 'join', with: before }, 'Join before'),
    after && decisionButton(']', { act: 'join', with: after }, 'Join after'),
    button('s', { dataGo: 'skip' }, 'Skip'),
    button('k', { dataGo: 'previous' }, 'Back'),
    button('j', { dataGo: 'next' }, 'Next'),
    undoButton(),
    keysButton(),
  );
}

const undoButton = (): Element => button('u', { dataUndo: '' }, 'Undo');
const keysButton = (): Element => button('?', { dataOpen: 'keys' }, 'Keys');

const dialog = (id: string, title: string, ...content: Content[]): Element =>
  el('dialog', { id, ariaLabelledby: `${id}-title` }, el('h2', { id: `${id}-title` }, title), content, closing());

const closing = (): Element =>
  el('p', {}, el('button', { type: 'button', dataClose: '' }, el('kbd', {}, 'Esc'), ' Close'));

function dayDialog({ days, said }: StatementView): Element {
  return dialog(
    'days',
    'When was it said?',
    el(
      'ol',
      {},
      days.map(({ said: day, basis, words }, index) =>
        el(
          'li',
          {},
          decisionButton(digit(index), { act: 'day', said: day, basis }, formatEdtf(day), el('small', {}, ` ${words}`)),
        ),
      ),
      el(
        'li',
        {},
        decisionButton('0', { act: 'day', said: null }, said ? 'Not known: take the day away' : 'Not known'),
      ),
    ),
    el(
      'form',
      { dataDay: '' },
      el('label', { for: 'day' }, 'Another day, month or year'),
      el('input', { id: 'day', name: 'day', placeholder: '2024-03-09', autocomplete: 'off', required: true }),
      el('button', {}, 'Set'),
    ),
  );
}

function typeDialog({ type }: StatementView): Element {
  return dialog(
    'types',
    'How is it printed?',
    el(
      'ol',
      {},
      STATEMENT_TYPES.map((one, index) =>
        el(
          'li',
          {},
          decisionButton(digit(index), { act: 'type', type: one }, TYPE_EXPLANATIONS[one], one === type && ' (now)'),
        ),
      ),
    ),
  );
}

function speakerDialog({ role, who, isReleased }: StatementView): Element {
  return dialog(
    'speaker',
    'Who said it?',
    el(
      'div',
      { role: 'search' },
      el('label', { for: 'speaker-name' }, 'Name'),
      el('input', {
        id: 'speaker-name',
        type: 'search',
        role: 'combobox',
        ariaExpanded: 'true',
        ariaControls: 'speaker-list',
        ariaAutocomplete: 'list',
        autocomplete: 'off',
        value: who.startsWith('speaker not') ? '' : who.replace(/^probably /, ''),
      }),
    ),
    el('ul', { id: 'speaker-list', role: 'listbox', ariaLabel: 'Speakers' }),
    el(
      'p',
      {},
      el('label', { for: 'speaker-role' }, 'Role in the article'),
      el('input', { id: 'speaker-role', autocomplete: 'off', placeholder: role ?? '' }),
    ),
    isReleased &&
      el(
        'p',
        {},
        el('label', { for: 'speaker-why' }, 'Why it is corrected, for readers'),
        el('input', { id: 'speaker-why', autocomplete: 'off', value: 'The speaker was corrected.' }),
      ),
  );
}

/** Every key, with what it does. */
const KEYS: readonly [key: string, act: string][] = [
  ['a', 'right as shown: confirm it'],
  ['x', 'not a statement'],
  ['1 … 9, 0', 'another speaker of the list'],
  ['/', 'another speaker: search, or add one'],
  ['d', 'the day'],
  ['t', 'the type'],
  ['e', 'its words: arrow keys move the end, with Shift the beginning; Enter saves'],
  ['m', 'mark selected words as a new statement; without a selection, arrow keys mark some'],
  ['p', 'split off selected words'],
  ['[ ]', 'join with the statement before or after'],
  ['j, k', 'next, previous'],
  ['s', 'skip: comes again at the end'],
  ['u', 'undo the last decision'],
  ['Esc', 'close, cancel'],
];

const keysDialog = (): Element =>
  dialog(
    'keys',
    'Keys',
    el(
      'dl',
      {},
      KEYS.map(([key, act]) => [el('dt', {}, el('kbd', {}, key)), el('dd', {}, act)]),
    ),
  );

function latest(acts: readonly Act[]): Content {
  if (acts.length === 0) return null;
  return el(
    'section',
    { className: ['latest'], ariaLabel: 'Latest decisions' },
    el(
      'ol',
      {},
      acts.map(({ number, label, isUndone }) =>
        el(
          'li',
          {},
          isUndone
            ? el('s', {}, label)
            : [
                label,
                ' ',
                el('button', { type: 'button', dataUndo: String(number), ariaLabel: `Undo: ${label}` }, 'Undo'),
              ],
        ),
      ),
    ),
  );
}

function filters(desk: Desk, query: Query): Element {
  const { queue, article, speaker, proposed, described, topic, type } = query;
  const names = Object.keys(QUEUES) as QueueName[];
  const narrowed = [article, speaker, proposed, described, topic, type].filter((one) => one !== undefined);
  return el(
    'nav',
    { className: ['queues'], ariaLabel: 'Queues' },
    el(
      'ul',
      {},
      names.map((name) => {
        const count = countOf(desk.index, { ...query, queue: name });
        const address = `/?${new URLSearchParams(asParameters({ ...query, queue: name })).toString()}`;
        return el(
          'li',
          {},
          el(
            'a',
            { href: address, title: QUEUES[name].about, ariaCurrent: name === queue ? 'page' : undefined },
            QUEUES[name].title,
          ),
          ` ${formatNumber(count)}`,
        );
      }),
    ),
    narrowForm(desk, query),
    narrowed.length > 0 &&
      el(
        'p',
        {},
        'Only ',
        narrowed.map((one) => el('b', {}, one)),
        '. ',
        el('a', { href: `/?queue=${queue}` }, 'All'),
      ),
  );
}

/** How many speakers and topics can be chosen from. */
const MOST_CHOICES = 200;

function narrowForm(desk: Desk, query: Query): Element {
  const { where, values } = conditionOf({ queue: query.queue });
  const choices = (sql: string): string[] =>
    desk.index.all(`${sql} ORDER BY count(*) DESC LIMIT ${MOST_CHOICES}`, ...values).map(({ value }) => String(value));
  const speakers = choices(`SELECT speaker AS value FROM item WHERE ${where} AND speaker IS NOT NULL GROUP BY speaker`);
  const topics = choices(`SELECT topic AS value FROM item JOIN topic USING (path) WHERE ${where} GROUP BY topic`);
  const select = (name: 'speaker' | 'topic' | 'type', label: string, options: readonly string[]): Content =>
    options.length > 0 &&
    el(
      'label',
      {},
      `${label} `,
      el(
        'select',
        { name },
        el('option', { value: '' }, 'any'),
        options.map((one) =>
          el(
            'option',
            { value: one, selected: query[name] === one },
            name === 'speaker' ? (desk.state.speaker(desk.state.idOf(one))?.name ?? one) : one,
          ),
        ),
      ),
    );
  return el(
    'details',
    {},
    el('summary', {}, 'Narrow'),
    el(
      'form',
      { method: 'get', action: '/' },
      el('input', { type: 'hidden', name: 'queue', value: query.queue }),
      select('speaker', 'Speaker', speakers),
      select('topic', 'Topic', topics),
      select('type', 'Type', STATEMENT_TYPES),
      el('button', {}, 'Show'),
    ),
  );
}
