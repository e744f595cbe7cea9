/** Placeholder in a page for the name of the index's entry, until that is known. */
export const ENTRY_MARK = 'entry-of-the-index';

/** Placeholder in a page for the years that have their own index of articles. */
export const YEARS_MARK = 'years-of-the-articles';
