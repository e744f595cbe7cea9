import type { Element } from 'hast';
import { formatEdtf } from '../../text/dates.ts';
import { STATEMENT_TYPES, typeExplanation } from '../../text/statement-types.ts';
import type { StatementView } from '../queue/statement-view.ts';
import { decisionButton, digit } from './buttons.ts';
import { type Content, el } from './frame.ts';

/** Asks when a statement was said. */
export function dayDialog({ days, said }: StatementView): Element {
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

/** Asks how it is printed. */
export function typeDialog({ type }: StatementView): Element {
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
          decisionButton(digit(index), { act: 'type', type: one }, typeExplanation(one), one === type && ' (now)'),
        ),
      ),
    ),
  );
}

/** Asks who said it. */
export function speakerDialog({ role, who, isReleased }: StatementView): Element {
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
  ['0', 'the speaker as shown: the same as a'],
  ['1 … 9', 'another speaker of the list'],
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

/** Lists the keys. */
export const keysDialog = (): Element =>
  dialog(
    'keys',
    'Keys',
    el(
      'dl',
      {},
      KEYS.map(([key, act]) => [el('dt', {}, el('kbd', {}, key)), el('dd', {}, act)]),
    ),
  );

const dialog = (id: string, title: string, ...content: Content[]): Element =>
  el('dialog', { id, ariaLabelledby: `${id}-title` }, el('h2', { id: `${id}-title` }, title), content, closing());

const closing = (): Element =>
  el('p', {}, el('button', { type: 'button', dataClose: '' }, el('kbd', {}, 'Esc'), ' Close'));
