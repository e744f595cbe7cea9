import { formatDay, formatEdtf } from '../../text/dates.ts';
import { typeWords } from '../../text/statement-types.ts';
import { speakerNameFirst } from '../../text/speaker-name.ts';
import type { StatementId } from '../../base/ids.ts';
import { t } from '../../words/words.ts';
import type { Verdict } from './verdict.ts';
import { inMarks, speakerNote, verdictHeading, verdictNote } from './verdict-words.ts';

/** What a copied verdict needs besides the verdict. */
export interface Around {
  /** What was searched, in words. */
  coverage: string;
  /** The address that checks the quotation again. */
  link: string;
  /** The address of a statement. */
  uriOf: (id: StatementId) => string;
}

/** A verdict as plain text, to be sent or filed: what was checked, the verdict, the statements, what was searched. */
export function verdictText(verdict: Verdict, { coverage, link, uriOf }: Around): string {
  const { quotation, nearest } = verdict;
  const statements = nearest.map((near) => {
    const { id, shown, speaker, sure, type, said, published, article } = near.statement;
    const facts = {
      words: shown,
      speaker: [speakerNameFirst(speaker?.name, sure), speaker?.role].filter(Boolean).join(', '),
      type: typeWords(type),
      day: formatDay(published),
      title: article.title,
      address: uriOf(id),
    };
    const line = said ? t('check.copiedSaid', { ...facts, said: formatEdtf(said) }) : t('check.copied', facts);
    return [line, speakerNote(near, quotation.name)].filter(Boolean).join('\n');
  });
  return [
    t('check.copiedChecked', { quotation: [inMarks(quotation), quotation.name].filter(Boolean).join(' — ') }),
    `${verdictHeading(verdict)}. ${verdictNote(verdict)}`,
    ...statements,
    t('check.copiedSearched', { coverage, link }),
  ].join('\n\n');
}
