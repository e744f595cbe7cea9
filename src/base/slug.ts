import slugify from '@sindresorhus/slugify';

/** The longest name of a file or folder that file systems allow, in bytes (ext4, APFS, NTFS, XFS). */
export const LONGEST_FILE_NAME = 255;

/** The most that a file name adds to a slug: the temporary file of a record. */
const NAME_AROUND_SLUG = '.2023-05-17-.statements.yaml.tmp';

/** The longest slug or speaker's id: with a longer one, the record of the article could not be written. */
export const LONGEST_SLUG = LONGEST_FILE_NAME - NAME_AROUND_SLUG.length;

/** Whether a text is lower-case ASCII words joined by hyphens, safe in an address and a file name without escaping. */
export const isSlug = (text: string): boolean => text.length <= LONGEST_SLUG && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text);

/** The slug of a name: `Mike McCarthy` -> `mike-mccarthy`; empty if it has no letter that ASCII can stand for. */
export const slugOf = (name: string): string => slugify(name, { decamelize: false });
