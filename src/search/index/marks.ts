/** Stands in a page for the name of the index's entry until it is known. */
export const ENTRY_MARK = 'entry-of-the-index';

/** Stands in a page for the years that have an index of articles of their own. */
export const YEARS_MARK = 'years-of-the-articles';
