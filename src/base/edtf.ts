import { parseDay } from './day.ts';

/**
 * A date known to the day, month, season or year, as EDTF (ISO 8601-2) writes it: `2023-05-17`, `2023-03`,
 * `2022-23` (autumn), `2023`; then `?` for uncertain, `~` for about, `%` for both.
 */
export type Edtf = string & { readonly brand: 'Edtf' };

const FORM = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([?~%]?)$/;

/** EDTF season codes 21 to 24 (ISO 8601-2, level 1). */
const SEASONS = ['spring', 'summer', 'autumn', 'winter'] as const;
const FIRST_SEASON = 21;

/** Parses an EDTF date of the forms above; returns `null` for anything else. */
export function parseEdtf(text: string): Edtf | null {
  const [, , second, day] = FORM.exec(text) ?? [];
  if (!FORM.test(text)) return null;
  if (day) return parseDay(text.slice(0, 10)) && (text as Edtf);
  const month = Number(second ?? 1);
  const isMonth = month >= 1 && month <= 12;
  const isSeason = SEASONS[month - FIRST_SEASON] !== undefined;
  return isMonth || isSeason ? (text as Edtf) : null;
}

/** The parts of a date. */
export interface EdtfParts {
  /** The date without its mark of uncertainty. */
  date: string;
  year: string;
  season: (typeof SEASONS)[number] | undefined;
  /** Its mark of uncertainty, if it has one. */
  doubt: '?' | '~' | '%' | undefined;
}

export function partsOfEdtf(edtf: Edtf): EdtfParts {
  const [, year = '', second, , doubt] = FORM.exec(edtf) ?? [];
  const date = edtf.replace(/[?~%]$/, '');
  return {
    date,
    year,
    season: SEASONS[Number(second) - FIRST_SEASON],
    doubt: (doubt || undefined) as EdtfParts['doubt'],
  };
}

/** The date without its mark of uncertainty, for `<time datetime>`; `null` for a season, which HTML cannot express. */
export function machineDate(edtf: Edtf): string | null {
  const { date, season } = partsOfEdtf(edtf);
  return season ? null : date;
}
