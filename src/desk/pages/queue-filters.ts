import type { Element } from 'hast';
import { formatNumber } from '../../text/numbers.ts';
import { STATEMENT_TYPES } from '../../text/statement-types.ts';
import type { Desk } from '../desk.ts';
import { asParameters, conditionOf, countOf, QUEUES, type Query, type QueueName } from '../queue/queue.ts';
import { type Content, el } from './frame.ts';

/** The queues with their sizes, and what narrows them. */
export function filters(desk: Desk, query: Query): Element {
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
  const { where, values } = conditionOf(desk.index, { queue: query.queue });
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
