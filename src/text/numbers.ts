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

/** `1.2 MB` */
export function readableSize(bytes: number): string {
  if (bytes < 1e6) return `${(bytes / 1e3).toFixed(1)} KB`;
  return bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(2)} GB`;
}
