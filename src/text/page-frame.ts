import { t } from '../words/words.ts';

/** The pages in the navigation of every page. */
const SECTIONS = ['speakers', 'topics', 'search', 'check', 'about'] as const;

/** The pages in the navigation of every page, with their names. */
export const sections = (): { path: string; name: string }[] =>
  SECTIONS.map((section) => ({ path: `/${section}/`, name: t(`frame.${section}`) }));

/** The texts that a page shows before its own content. */
export const textsBefore = (title: string): string[] => [t('frame.skip'), title, ...sections().map(({ name }) => name)];
