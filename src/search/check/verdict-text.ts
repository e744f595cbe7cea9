import { formatDay } from '../../text/numbers.ts';
import { TYPE_WORDS } from '../../text/statement-types.ts';
import { speakerNameFirst } from '../../text/speaker-name.ts';
import type { StatementId } from '../../base/ids.ts';
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
    const who = [speakerNameFirst(speaker?.name, sure), speaker?.role].filter(Boolean).join(', ');
    const when = `${TYPE_WORDS[type]}${said ? `, said ${said}` : ''}; published ${formatDay(published)}`;
    const lines = [`${shown} — ${who}, ${when} in ${article.title}. ${uriOf(id)}`, speakerNote(near, quotation.name)];
    return lines.filter(Boolean).join('\n');
  });
  return [
    `Checked: ${[inMarks(quotation), quotation.name].filter(Boolean).join(' — ')}`,
    `${verdictHeading(verdict)}. ${verdictNote(verdict)}`,
    ...statements,
    `Searched: ${coverage}. ${link}`,
  ].join('\n\n');
}
