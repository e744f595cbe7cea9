/** A word's form -> its stem, under which all forms of the word are filed. */
export type Stemmer = (form: string) => string;

/** The Snowball stemmers, each loaded only if an archive has its language. */
const LOADERS: Record<string, () => Promise<{ stemmer: Stemmer }>> = {
  ar: () => import('@orama/stemmers/arabic'),
  bg: () => import('@orama/stemmers/bulgarian'),
  da: () => import('@orama/stemmers/danish'),
  de: () => import('@orama/stemmers/german'),
  el: () => import('@orama/stemmers/greek'),
  en: () => import('@orama/stemmers/english'),
  es: () => import('@orama/stemmers/spanish'),
  fi: () => import('@orama/stemmers/finnish'),
  fr: () => import('@orama/stemmers/french'),
  hu: () => import('@orama/stemmers/hungarian'),
  hy: () => import('@orama/stemmers/armenian'),
  id: () => import('@orama/stemmers/indonesian'),
  it: () => import('@orama/stemmers/italian'),
  lt: () => import('@orama/stemmers/lithuanian'),
  nl: () => import('@orama/stemmers/dutch'),
  no: () => import('@orama/stemmers/norwegian'),
  pt: () => import('@orama/stemmers/portuguese'),
  ro: () => import('@orama/stemmers/romanian'),
  ru: () => import('@orama/stemmers/russian'),
  sv: () => import('@orama/stemmers/swedish'),
  tr: () => import('@orama/stemmers/turkish'),
  uk: () => import('@orama/stemmers/ukrainian'),
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
  const loader = LOADERS[language];
  if (!loader) return (form) => form;
  const { stemmer } = await loader();
  // A possessive is a form of its word. Some stemmers return nothing for some words, and none handles digits.
  return (form) => (/\d/.test(form) ? form : stemmer(form.replace(/'s?$/, '')) || form);
}
