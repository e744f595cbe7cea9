import { t } from '../../words/words.ts';
import { make } from '../dom.ts';
import { copyText } from '../controls/clipboard.ts';
import { statementItem, uriOf } from '../search/hit-item.ts';
import { verdictText } from '../../search/check/verdict-text.ts';
import type { Nearest, Verdict } from '../../search/check/verdict.ts';
import { inMarks, speakerNote, verdictHeading, verdictNote } from '../../search/check/verdict-words.ts';
import { differences } from './differences.ts';

/** Where a verdict is shown. */
export interface Place {
  /** What was searched, in words. */
  coverage: string;
  /** The address of the archive's root. */
  root: string;
  /** Whether it is one of several, so that its own quotation must be shown. */
  isOneOfMany: boolean;
}

/** The answer to one quotation, as a card that can be copied. */
export function verdictElement(verdict: Verdict, { coverage, root, isOneOfMany }: Place): HTMLElement {
  const { kind, nearest, quotation } = verdict;
  const { name } = quotation;
  const isFound = nearest.length > 0;
  const link = checkAddress(quotation);
  const answer = make(
    'section',
    { className: 'answer' },
    ...(isOneOfMany
      ? [make('p', { className: 'detail' }, [inMarks(quotation), name].filter(Boolean).join(' — '))]
      : []),
    make('h2', {}, verdictHeading(verdict)),
    make('p', {}, verdictNote(verdict)),
    make('ul', { className: 'items' }, ...nearest.map((near) => nearestItem(near, verdict, root))),
    make(
      'p',
      { className: isFound ? 'detail' : 'citable' },
      t(isFound ? 'check.searched' : 'check.foundNone', { coverage }),
    ),
    ...(kind === 'absent' ? [make('p', { className: 'detail' }, t('check.notNobody'))] : []),
    make(
      'p',
      { className: 'actions' },
      copyButton(t('check.copyVerdict'), () =>
        verdictText(verdict, { coverage, link, uriOf: (id) => uriOf(id, root) }),
      ),
      copyButton(t('check.copyLink'), () => link),
    ),
  );
  answer.dataset['verdict'] = kind;
  const [first] = nearest;
  if (first) answer.dataset['statement'] = first.statement.id;
  return answer;
}

/** The published address that checks a quotation again. */
function checkAddress({ words, name }: Verdict['quotation']): string {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href;
  const pasted = name ? `${inMarks({ words, name })} — ${name}` : words;
  return `${new URL(canonical).href}?${new URLSearchParams({ q: pasted })}`;
}

function copyButton(label: string, text: () => string): HTMLElement {
  const button = make('button', { type: 'button' }, label);
  button.addEventListener('click', () => void copyText(text(), t('controls.copiedAs', { name: label })));
  return button;
}

function nearestItem(near: Nearest, verdict: Verdict, root: string): HTMLElement {
  const note = speakerNote(near, verdict.quotation.name);
  const isWarning = near.speaker === 'other' || near.speaker === 'alike';
  const shown = note ? make('p', { className: isWarning ? 'detail warning' : 'detail' }, note) : null;
  return statementItem(near.statement, differences(near, verdict), shown, root);
}
