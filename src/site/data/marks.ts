/** Placeholder in a page for the size of a data file, until it is written. */
export const sizeMark = (name: string): string => `size-of-${name}`;

/** Placeholder in a page for the corpus version, until all data is written. */
export const VERSION_MARK = 'version-of-the-corpus';
