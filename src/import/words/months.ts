/** The languages whose names of months are read. */
const LANGUAGES =
  'en hy ru uk be de fr es it pt nl sv da nb fi pl cs sk sl hr ro hu tr el ca et lv lt id bg ka az kk'.split(' ');

const MONTHS = 12;

/** `march`, `mar`, `sept`, `марта`, `մարտի` -> 1 to 12, in lower case and without a period. */
export const MONTH_NUMBERS: ReadonlyMap<string, number> = readMonths();

/**
 * Month names of all languages, from the locale data of Node (ICU): on their own and in a date, where some languages
 * inflect them. A name that means different months in two languages is left to the first.
 */
function readMonths(): Map<string, number> {
  const names = new Map<string, number>([['sept', 9]]);
  const forms: Intl.DateTimeFormatOptions[] = [
    { month: 'long' },
    { month: 'long', day: 'numeric', year: 'numeric' },
    { month: 'short' },
    { month: 'short', day: 'numeric', year: 'numeric' },
  ];
  for (const language of LANGUAGES) {
    for (const form of forms) {
      const format = new Intl.DateTimeFormat(language, { ...form, timeZone: 'UTC', calendar: 'gregory' });
      for (let month = 1; month <= MONTHS; month++) {
        const parts = format.formatToParts(Date.UTC(2001, month - 1, 9));
        const name =
          parts
            .find(({ type }) => type === 'month')
            ?.value.toLowerCase()
            .replaceAll('.', '') ?? '';
        if (/^\p{L}{3,}$/u.test(name) && !names.has(name)) names.set(name, month);
      }
    }
  }
  return names;
}
