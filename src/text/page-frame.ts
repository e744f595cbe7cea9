/** The pages in the navigation of every page. */
export const SECTIONS = [
  ['/speakers/', 'Speakers'],
  ['/topics/', 'Topics'],
  ['/search/', 'Search'],
  ['/check/', 'Check'],
  ['/about/', 'About'],
] as const;

/** The label of the link that skips the navigation. */
export const SKIP = 'Skip to the content';

/** The texts that a page shows before its own content. */
export const textsBefore = (title: string): string[] => [SKIP, title, ...SECTIONS.map(([, name]) => name)];
