import { t } from '../words/words.ts';

/** The types of statements: whole clauses in quotation marks, a fragment in marks, or the reporter's words without any. */
export const STATEMENT_TYPES = ['direct', 'partial', 'reported'] as const;
export type StatementType = (typeof STATEMENT_TYPES)[number];

/** How a statement was printed, in a word or two. */
export const typeWords = (type: StatementType): string => t(`type.${type}`);

/** The same for readers who do not know these words yet. */
export const typeExplanation = (type: StatementType): string => t(`typeExplained.${type}`);
