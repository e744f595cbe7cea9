import { ofLocale } from '../words/words.ts';

export { formatNumber } from '../words/words.ts';

const list = ofLocale((locale) => new Intl.ListFormat(locale, { style: 'narrow', type: 'conjunction' }));

/** `Ada Quill, Bo Marsh`. */
export const formatList = (items: readonly string[]): string => list().format(items);

const unit = (name: string, digits: number): ((value: number) => string) => {
  const sizes = ofLocale(
    (locale) =>
      new Intl.NumberFormat(locale, {
        style: 'unit',
        unit: name,
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }),
  );
  return (value) => sizes().format(value);
};
const [kilobytes, megabytes, gigabytes] = [unit('kilobyte', 1), unit('megabyte', 1), unit('gigabyte', 2)];

/** `1.2 MB` */
export function readableSize(bytes: number): string {
  if (bytes < 1e6) return kilobytes(bytes / 1e3);
  return bytes < 1e9 ? megabytes(bytes / 1e6) : gigabytes(bytes / 1e9);
}
