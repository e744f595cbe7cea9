import { z } from 'zod';
import { languageTag, line, oneOf, oneOrMore, webAddress } from '../base/fields.ts';

/** `archive.yaml`: what the whole archive is. */
export const archiveSchema = z.strictObject({
  /** Its name, on every page and in every feed. */
  title: line,
  /** One or two sentences: what it holds and whose it is. */
  description: line,
  /** The languages of its articles; the first is that of articles that name none, and of the site's own texts. */
  languages: oneOrMore(languageTag).refine((tags) => tags.length > 0, 'is empty. Name at least one language.'),
  /** Where it is published. A path in it is the base path of every address. */
  baseUrl: webAddress,
  /** Where readers report errors: an e-mail address or a web page. */
  contact: z
    .union([webAddress, z.email()], {
      error: 'is neither an e-mail address nor a web address beginning with https://.',
    })
    .optional(),
  /**
   * Which statements are public: those that an editor `confirmed`; besides these those of whose speaker the program is
   * `sure`; or `all`. What was released once stays public.
   */
  publish: oneOf(['confirmed', 'sure', 'all']).default('sure'),
  /**
   * Which pages have preview images of their own, for links to them: those of `statements`; those of `articles`, whose
   * images their statements then share; or `none`. An image takes about 50 KB, and 50 ms when it is first drawn.
   */
  shareImages: oneOf(['none', 'articles', 'statements']).default('statements'),
  /** Who holds the rights in the articles, and on what terms they are shown. */
  rights: line,
});

export type ArchiveFile = z.infer<typeof archiveSchema>;
