import { firstUpper } from '../../text/first-upper.ts';
import { typeWords } from '../../text/statement-types.ts';
import { rich, t } from '../../words/words.ts';
import { speakerName, speakerNameFirst } from '../../text/speaker-name.ts';
import { controlLabels } from '../controls/control-labels.ts';
import { statementControls } from '../controls/statement-controls.ts';
import { madeOf, make } from '../dom.ts';
import { formatDay, formatEdtf } from '../../text/dates.ts';
import type { Fragment, Hit, IndexedStatement } from '../../search/query/index.ts';

/** A found statement as an item of a list; `root` is the address of the archive's root. */
export function hitItem(hit: Hit, root: string): HTMLLIElement {
  const words = make('a', { href: placeOf(hit, root) }, ...marked(hit.fragments));
  const label = matchLabel(hit);
  return statementItem(hit, [words], label ? make('p', { className: 'detail form' }, label) : null, root);
}

/** How a hit matches the words of the search; empty if it was searched for without any. */
function matchLabel({ fragments, isVerbatim, ofSpeaker }: Hit): string {
  const isInText = fragments.some(({ isMatch }) => isMatch);
  const form = t(isVerbatim ? 'search.verbatim' : 'search.otherForm');
  const speaker = ofSpeaker.length > 0 ? t('search.ofSpeaker', { words: ofSpeaker.join(', ') }) : '';
  return firstUpper([isInText && form, speaker].filter(Boolean).join('; '));
}

/** A statement as an item of a list: its words, its speaker, when and where it was published, and a note. */
export function statementItem(
  statement: IndexedStatement,
  words: readonly (Node | string)[],
  note: HTMLElement | null,
  root: string,
): HTMLLIElement {
  const { id, type, speaker, sure, said, published, article } = statement;
  const who = speakerName(speaker?.name, sure);
  const first = [speakerNameFirst(speaker?.name, sure), speaker?.role].filter(Boolean).join(', ');
  const day = formatDay(published);
  const name = t('controls.statementBy', { speaker: who, day });
  const facts = { type: firstUpper(typeWords(type)), day, title: article.title };
  const line = said
    ? rich('search.saidAndPublished', { ...facts, said: formatEdtf(said) })
    : rich('search.published', facts);
  const quotation = make('p', { className: 'item-words' }, ...words);
  if (article.language) quotation.lang = article.language;
  quotation.dir = 'auto';
  return make(
    'li',
    { className: 'item' },
    quotation,
    make(
      'p',
      { className: 'detail' },
      make('b', {}, `${first}.`.replace(/\.\.$/, '.')),
      ' ',
      ...madeOf(line, { article: (title) => make('a', { href: placeOf(statement, root) }, title) }),
      ' ',
      make('a', { href: `${root}s/${id}/`, ariaLabel: t('search.pageOf', { speaker: who }) }, t('controls.page')),
      ' ',
      statementControls(
        { id, uri: uriOf(id, root), json: `${under(root, article.url)}index.json`, name },
        controlLabels(),
      ),
    ),
    ...(note ? [note] : []),
  );
}

const placeOf = ({ id, article }: IndexedStatement, root: string): string => `${under(root, article.url)}#s-${id}`;

/** The published address of a statement, which may differ from where the page is being read. */
export function uriOf(id: string, root: string): string {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href;
  return new URL(`${root}s/${id}/`, canonical).href;
}

/** A path from the archive's root as a link. */
export const under = (root: string, path: string): string => root.replace(/\/$/, '') + path;

/** Fragments as nodes, the matches in `mark` elements. */
export function marked(fragments: readonly Fragment[]): (Node | string)[] {
  return fragments.map(({ text, isMatch }) => (isMatch ? make('mark', {}, text) : text));
}
