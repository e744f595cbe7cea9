import { formatDay, monthName, parseDay } from './day.ts';

/**
 * A date known to the day, month, season or year, as EDTF (ISO 8601-2) writes it: `2023-05-17`, `2023-03`,
 * `2022-23` (autumn), `2023`; then `?` for uncertain, `~` for about, `%` for both.
 */
export type Edtf = string & { readonly brand: 'Edtf' };

const FORM = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([?~%]?)$/;

/** EDTF season codes 21 to 24 (ISO 8601-2, level 1). */
const SEASONS = ['spring', 'summer', 'autumn', 'winter'];
const FIRST_SEASON = 21;

const DOUBTS: Record<string, string> = { '': '', '?': 'probably ', '~': 'about ', '%': 'probably about ' };

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

/** `2023-05-17?` -> `probably 17 May 2023`, `2023-03` -> `March 2023`, `2022-23` -> `autumn 2022`. */
export function formatEdtf(date: Edtf): string {
  const [, year = '', second, day, doubt = ''] = FORM.exec(date) ?? [];
  const known = day ? formatDay(date.slice(0, 10) as ReturnType<typeof parseDay> & string) : monthOrYear(year, second);
  return `${DOUBTS[doubt] ?? ''}${known}`;
}

/** The date without its mark of uncertainty, for `<time datetime>`; `null` for a season, which HTML cannot express. */
export function machineDate(date: Edtf): string | null {
  const bare = date.replace(/[?~%]$/, '');
  return /^\d{4}-2[1-4]$/.test(bare) ? null : bare;
}

function monthOrYear(year: string, second: string | undefined): string {
  if (!second) return year;
  const season = SEASONS[Number(second) - FIRST_SEASON];
  return `${season ?? monthName(Number(second))} ${year}`;
}
