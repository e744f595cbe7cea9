import type { Element } from 'hast';
import { asParameters } from '../queue/queue.ts';
import { type Group, GROUP_KINDS, type GroupKind, groupsOf, statementsOf } from '../groups.ts';
import { el, form, type Frame, hidden, notice, page } from './frame.ts';

const TITLES: Record<GroupKind, string> = {
  name: 'Names',
  described: 'Described sources',
  role: 'Roles',
  day: 'Days',
};

/** Statements that one decision settles, by kind. */
export function groupsPage(frame: Frame, told: string | null): string {
  const groups = groupsOf(frame.desk);
  const byKind = Map.groupBy(groups, ({ kind }) => kind);
  return page(
    frame,
    'Groups',
    el('h1', {}, 'Groups'),
    told !== null && notice(told),
    el('p', { className: ['detail'] }, 'What one decision settles. Each can be undone in the queue.'),
    groups.length === 0 && el('p', {}, 'There are no groups: what is left is decided one by one, in the queue.'),
    GROUP_KINDS.flatMap((kind) => {
      const own = byKind.get(kind) ?? [];
      return own.length === 0
        ? []
        : [
            el('h2', {}, TITLES[kind]),
            el(
              'ul',
              { className: ['list'] },
              own.map((group) => groupItem(frame, group)),
            ),
          ];
    }),
  );
}

function groupItem(frame: Frame, group: Group): Element {
  const { kind, query, text, accept, none } = group;
  const { digest } = statementsOf(frame.desk, group);
  const parameters = asParameters(query);
  const answer = (value: string, label: string, title: string): Element =>
    el('button', { name: 'answer', value, title, ariaLabel: `${label}: ${text}` }, label);
  return el(
    'li',
    {},
    el('p', {}, text),
    form(
      frame,
      '/groups',
      hidden('kind', kind),
      hidden('digest', digest),
      Object.entries(parameters).map(([name, value]) => hidden(name, value)),
      answer('accept', 'Accept all', accept),
      ' ',
      el(
        'a',
        { href: `/?${new URLSearchParams(parameters).toString()}`, ariaLabel: `Look at each: ${text}` },
        'Look at each',
      ),
      ' ',
      answer('none', 'None', none),
    ),
  );
}
