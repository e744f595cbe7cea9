const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const NUMBER = new Intl.NumberFormat('en-GB');

/** `2023-05-17` -> `17 May 2023`. */
export const formatDay = (day: string): string => DAY.format(new Date(day));
/** `2023-05` -> `May 2023`. */
export const formatMonth = (month: string): string => MONTH.format(new Date(month));
/** `4312` -> `4,312`. */
export const formatNumber = (number: number): string => NUMBER.format(number);

/** A number of things: `1 statement`, `2 statements`. */
export const counted = (count: number, thing: string): string =>
  `${formatNumber(count)} ${thing}${count === 1 ? '' : 's'}`;
