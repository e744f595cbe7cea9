import type { StatementType } from '../../text/statement-types.ts';
import { h } from 'hastscript';
import { speakerName } from '../../text/speaker-name.ts';
import { t } from '../../words/words.ts';
import type { CanonicalText, Span } from '../../text/canonical-text.ts';
import type { TextWrapper } from '../../text/wrap-text.ts';

/** A statement as an article shows it; its links are ready for the page. */
export interface MarkedStatement {
  id: string;
  /** Its number in the article, from 1. */
  number: number;
  /** Whether its words appear again in the article with the same words around them: then its number is real text. */
  isRepeated: boolean;
  spans: readonly Span[];
  type: StatementType;
  /** The statement's own page. */
  href: string;
  /** The same as an absolute address, for print. */
  uri: string;
  /** Who speaks; `href` is `null` if that is not a speaker of the archive. */
  speaker: { name: string; role: string | null; href: string | null } | null;
  isSure: boolean;
  /** When it was said, in words, if that is known. */
  said: string | null;
}

/** What may appear between the last words of a quotation and the place of its mark. */
const CLOSING = /^[.,;:!?…]*["'“”’»›]*/;

/**
 * Marks the statements of a body. The mark itself contains no text and comes after the closing quotation mark, so that
 * it is never part of a link to the words or a copy of them.
 *
 * ``` “Come tomorrow,” she said. “<span class="statement direct" id="s-ID" data-statement="ID" title="Ada Quill">Come
 * tomorrow,</span>”<a
 *   class="mark" href="/s/ID/" data-number="1" aria-label="Statement 1, Ada Quill"></a> she said.
 * ```
 */
export function markStatements(
  wrapper: TextWrapper,
  { text }: CanonicalText,
  statements: readonly MarkedStatement[],
): void {
  for (const { id, number, isRepeated, spans, type, href, speaker, isSure, said } of statements) {
    const who = speakerName(speaker?.name, isSure);
    const about = [who, speaker?.role, said && t('front.saidOn', { day: said })].filter(Boolean).join(', ');
    let part = 0;
    for (const span of spans) {
      wrapper.wrap(span, (children) => {
        const isFirst = part++ === 0;
        const properties = { className: ['statement', type], dataStatement: id, title: about };
        return h('span', isFirst ? { ...properties, id: `s-${id}` } : properties, children);
      });
    }
    const end = spans.at(-1)?.end ?? 0;
    const closing = CLOSING.exec(text.slice(end))?.[0].length ?? 0;
    const label = t('article.statementBy', { number, speaker: who });
    const shown = isRepeated ? { dataPagefindIgnore: '' } : { dataNumber: number };
    const mark = h('a', { className: ['mark'], href, ...shown, ariaLabel: label, title: about, dataOf: id });
    if (isRepeated) mark.children.push({ type: 'text', value: String(number) });
    wrapper.insertAfter(end + closing, mark);
  }
}
