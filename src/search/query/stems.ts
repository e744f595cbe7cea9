/** A word's form -> its stem, under which all forms of the word are filed. */
export type Stemmer = (form: string) => string;

type Loader = () => Promise<{ stemmer: Stemmer }>;

/** The Snowball stemmers of some languages, each loaded only if an archive has its language; the others are listed apart. */
const LOADERS: Record<string, Loader> = {
  en: () => import('@orama/stemmers/english'),
  hy: () => import('@orama/stemmers/armenian'),
  ru: () => import('@orama/stemmers/russian'),
};

/**
 * The stemmers of some languages.
 *
 * @param languages BCP 47 tags; a language without a stemmer gets one that leaves every word as it is
 */
export async function loadStemmers(languages: readonly string[]): Promise<Map<string, Stemmer>> {
  const primary = new Set(languages.map(primaryLanguage));
  return new Map(await Promise.all(Array.from(primary, async (language) => [language, await load(language)] as const)));
}

/** The stems of a form whose language is not known, such as a reader's: one per language, usually all the same. */
export function stemsOf(form: string, stemmers: ReadonlyMap<string, Stemmer>): Set<string> {
  return new Set(Array.from(stemmers.values(), (stem) => stem(form)));
}

/** `en-GB` -> `en`; the two written forms of Norwegian share a stemmer. */
export function primaryLanguage(tag: string): string {
  const language = tag.toLowerCase().split('-')[0] ?? tag;
  return language === 'nb' || language === 'nn' ? 'no' : language;
}

async function load(language: string): Promise<Stemmer> {
  const loader = LOADERS[language] ?? (await import('./more-stemmers.ts')).MORE_STEMMERS[language];
  if (!loader) return (form) => form;
  const { stemmer } = await loader();
  // A possessive is a form of its word. Some stemmers return nothing for some words, and none handles digits.
  return (form) => (/\d/.test(form) ? form : stemmer(form.replace(/'s?$/, '')) || form);
}
