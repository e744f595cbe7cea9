import { apaInText, apaReference } from './apa.ts';
import { chicagoNote, chicagoReference } from './chicago.ts';
import type { Cited } from './cited.ts';
import { mlaInText, mlaReference } from './mla.ts';
import type { Run } from './runs.ts';

/** A citation style: an entry for a list, and a citation for the text. */
export interface Style {
  name: string;
  reference: (cited: Cited) => Run[];
  /** What the second form is called. */
  mention: 'cite.inText' | 'cite.note';
  inText: (cited: Cited) => Run[];
}

/** The styles in which citations are offered as text. Headlines keep their own capitals. */
export const STYLES: readonly Style[] = [
  { name: 'APA', reference: apaReference, mention: 'cite.inText', inText: apaInText },
  { name: 'Chicago', reference: chicagoReference, mention: 'cite.note', inText: chicagoNote },
  { name: 'MLA', reference: mlaReference, mention: 'cite.inText', inText: (cited) => [mlaInText(cited)] },
];
