import { standingAlone } from '../text/shown-words.ts';
import { type Cited, quotationNote } from './cited.ts';
import { type NameParts, nameParts } from '../base/person-names.ts';

/** A name in CSL-JSON. */
export type CslName =
  { literal: string } | { family: string; given: string; 'non-dropping-particle'?: string; suffix?: string };

/** The part of CSL-JSON (citationstyles.org, schema 1.0.2) that a newspaper article needs. */
export interface CslItem {
  id: string;
  type: 'article-newspaper';
  title: string;
  author?: CslName[];
  'container-title'?: string;
  archive: string;
  issued: { 'date-parts': [[year: number, month: number, day: number]] };
  language: string;
  URL: string;
  /** The quoted words: CSL has no type for quotations. */
  abstract?: string;
  note?: string;
}

/** A citation as an item of CSL-JSON. */
export function toCslItem(cited: Cited): CslItem {
  const { key, title, authors, outlet, archive, published, language, address, quotation } = cited;
  const [year = 0, month = 0, day = 0] = published.split('-').map(Number);
  return {
    id: key,
    type: 'article-newspaper',
    title,
    ...(authors.length > 0 ? { author: authors.map((author) => cslName(nameParts(author))) } : {}),
    ...(outlet ? { 'container-title': outlet } : {}),
    archive,
    issued: { 'date-parts': [[year, month, day]] },
    language,
    URL: address,
    ...(quotation ? { abstract: standingAlone(quotation.words), note: quotationNote(quotation) } : {}),
  };
}

/** Citations as a file of CSL-JSON. */
export const toCslJson = (all: readonly Cited[]): string => `${JSON.stringify(all.map(toCslItem), null, 2)}\n`;

function cslName(parts: NameParts): CslName {
  if ('literal' in parts) return parts;
  const { given, particle, family, suffix } = parts;
  return {
    family,
    given,
    ...(particle ? { 'non-dropping-particle': particle } : {}),
    ...(suffix ? { suffix } : {}),
  };
}
