import type { Element } from 'hast';
import { counted } from '../../base/counted.ts';
import { formatNumber } from '../../text/numbers.ts';
import type { Act } from '../act-log.ts';
import type { Desk } from '../desk.ts';
import { countOf, type Place, QUEUES, type Query } from '../queue/queue.ts';
import { keysDialog } from './dialogs.ts';
import { type Content, el, type Frame, fragment, notice, page } from './frame.ts';
import { filters } from './queue-filters.ts';
import { keysButton, shownStatement, undoButton } from './statement-section.ts';

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
    el('p', { id: 'said', role: 'status', className: ['visually-hidden'] }),
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
