/** The bytes that file systems allow in the name of a file or folder (ext4, APFS, NTFS, XFS). */
export const LONGEST_FILE_NAME = 255;

/** The longest name that is made of a slug: a record while it is being written. */
const NAME_AROUND_SLUG = '.2023-05-17-.statements.yaml.tmp';

/** The most characters of a slug or of a speaker's id: with more, no record could be written for the article. */
export const LONGEST_SLUG = LONGEST_FILE_NAME - NAME_AROUND_SLUG.length;

/** Whether a text is lower-case ASCII words joined by hyphens: what an address and a file name can hold as it is. */
export const isSlug = (text: string): boolean => text.length <= LONGEST_SLUG && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text);
