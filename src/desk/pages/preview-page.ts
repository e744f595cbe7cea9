import type { Preview } from '../preview.ts';
import { el, form, type Frame, hidden, page } from './frame.ts';

/**
 * What an act will change, with the question whether to do it.
 *
 * @param action where the form goes, with the fields that it was sent with
 */
export function previewPage(
  frame: Frame,
  title: string,
  { files, digest }: Preview,
  action: string,
  fields: readonly (readonly [string, string])[],
): string {
  const own = fields.filter(([name]) => name !== 'token' && name !== 'seen');
  return page(
    frame,
    title,
    el('h1', {}, title),
    files.length === 0
      ? el('p', {}, 'This changes nothing.')
      : [
          el('p', {}, 'This changes the following lines.'),
          files.map(({ file, difference }) => [
            el('h2', {}, el('code', {}, file)),
            el(
              'pre',
              { className: ['difference'], tabIndex: 0 },
              difference.split('\n').map((line) => [lineOf(line), '\n']),
            ),
          ]),
        ],
    form(
      frame,
      action,
      own.map(([name, value]) => hidden(name, value)),
      hidden('seen', digest),
      files.length > 0 && el('button', {}, 'Do it'),
      ' ',
      el('a', { href: action.replace(/\/[^/]*$/, '') || '/' }, 'Cancel'),
    ),
  );
}

const lineOf = (line: string): ReturnType<typeof el> | string =>
  line.startsWith('+') ? el('ins', {}, line) : line.startsWith('-') ? el('del', {}, line) : line;
