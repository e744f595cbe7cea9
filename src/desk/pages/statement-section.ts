import type { Element } from 'hast';
import { formatDay } from '../../text/dates.ts';
import { formatEdtf } from '../../text/dates.ts';
import { firstUpper } from '../../text/first-upper.ts';
import { typeWords } from '../../text/statement-types.ts';
import type { Desk } from '../desk.ts';
import type { Decision } from '../queue/decide.ts';
import type { Place } from '../queue/queue.ts';
import { type StatementView, viewOf } from '../queue/statement-view.ts';
import { button, decisionButton, digit } from './buttons.ts';
import { dayDialog, speakerDialog, typeDialog } from './dialogs.ts';
import { type Content, el, notice } from './frame.ts';

/** One statement with its paragraphs, who may have said it, and everything that can be decided. */
export function shownStatement(desk: Desk, place: Place): Element {
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
    el('p', { className: ['visually-hidden'], lang: article.language }, view.words),
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
    firstUpper(typeWords(type)),
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

/** The speaker as shown, and the others whom the program considered, by the digits that choose them. */
function candidates({ candidates: others, who, hasSpeaker }: StatementView): Element {
  const shown = hasSpeaker ? firstUpper(who.replace(/^probably /, '')) : 'Nobody is named';
  return el(
    'ol',
    { className: ['candidates'], ariaLabel: 'Speakers' },
    el('li', {}, decisionButton('0', { act: 'confirm' }, shown, el('small', {}, ', as shown'))),
    others.map(({ name, about, who: by, role, source }, index) => {
      const decision = { act: 'speaker', who: by, ...(role ? { role } : {}), ...(source ? { source } : {}) };
      return el(
        'li',
        {},
        decisionButton(digit(index), decision as Decision, name, about && el('small', {}, `, ${about}`)),
      );
    }),
  );
}

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

/** Undoes the last act, whether or not a statement is shown. */
export const undoButton = (): Element => button('u', { dataUndo: '' }, 'Undo');

export const keysButton = (): Element => button('?', { dataOpen: 'keys' }, 'Keys');
