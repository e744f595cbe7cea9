/** The types of statements: whole clauses in quotation marks, a fragment in marks, or the reporter's words without any. */
export const STATEMENT_TYPES = ['direct', 'partial', 'reported'] as const;
export type StatementType = (typeof STATEMENT_TYPES)[number];

/** How a statement was printed, in a word or two. */
export const TYPE_WORDS: Record<StatementType, string> = {
  direct: 'quoted',
  partial: 'quoted in part',
  reported: 'reported',
};

/** The same for readers who do not know these words yet. */
export const TYPE_EXPLANATIONS: Record<StatementType, string> = {
  direct: 'quoted in whole clauses',
  partial: 'quoted in part, within the reporter’s sentence',
  reported: 'reported, in the reporter’s words',
};
