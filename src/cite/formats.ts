import { toBiblatex, toBibtex } from './bibtex.ts';
import type { Cited } from './cited.ts';
import { toCslJson } from './csl.ts';
import { toRis } from './ris.ts';

/** A file format that reference managers read. */
export interface Format {
  name: string;
  /** The file extension. */
  ending: string;
  mediaType: string;
  write: (all: readonly Cited[]) => string;
}

/** The file formats in which citations are offered. */
export const FORMATS: readonly Format[] = [
  { name: 'BibTeX', ending: 'bib', mediaType: 'application/x-bibtex', write: toBibtex },
  { name: 'BibLaTeX', ending: 'biblatex.bib', mediaType: 'application/x-bibtex', write: toBiblatex },
  { name: 'RIS', ending: 'ris', mediaType: 'application/x-research-info-systems', write: toRis },
  { name: 'CSL-JSON', ending: 'csl.json', mediaType: 'application/vnd.citationstyles.csl+json', write: toCslJson },
];
