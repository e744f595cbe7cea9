/** A stretch of a reference: as it is, or in italics. */
export type Run = string | { italic: string };

/** A reference as plain text. */
export const plainText = (runs: readonly Run[]): string =>
  runs.map((run) => (typeof run === 'string' ? run : run.italic)).join('');

/** A text that ends with one closing point: its own, or the one given. */
export const closed = (text: string, point: string): string => (/[.?!…]['’”»]?$/.test(text) ? text : text + point);

/** A title in quotation marks, its own made single, with a point inside them. */
export function quotedTitle(title: string, point: string): string {
  const inner = title
    .replaceAll('“', '‘')
    .replaceAll('”', '’')
    .replaceAll(/"([^"]*)"/g, '‘$1’')
    .replaceAll('"', '’');
  // Chicago keeps the comma after a question mark; a full stop gives way to any closing point.
  return `“${point === ',' ? `${inner},` : closed(inner, point)}”`;
}

/** The first words of a title, as citations in the text name a work. */
export function shortTitle(title: string): string {
  const isSupplied = title.startsWith('[');
  const words = title.split(/\s+/);
  if (words.length <= SHORT) return title;
  const short = words
    .slice(0, SHORT)
    .join(' ')
    .replace(/[,;:–—-]+$/, '');
  return isSupplied ? `${short}]` : short;
}

const SHORT = 5;

/** Names joined by commas, and before the last by `and` too: `A`, `A and B`, `A, B, and C`. */
export function inSeries(names: readonly string[], and: string): string {
  if (names.length < 3) return names.join(` ${and} `);
  return `${names.slice(0, -1).join(', ')}, ${and} ${names.at(-1) ?? ''}`;
}

/** The months of a style, and the parts of a day. */
export function dayParts(day: string, months: readonly string[]): { year: string; month: string; date: number } {
  const [year = '', month = '', date = ''] = day.split('-');
  return { year, month: months[Number(month) - 1] ?? '', date: Number(date) };
}

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
