/** A stretch of a reference: as it is, or in italics. */
export type Run = string | { italic: string };

/** A reference as plain text. */
export const plainText = (runs: readonly Run[]): string =>
  runs.map((run) => (typeof run === 'string' ? run : run.italic)).join('');

/** A text that ends with one closing point: its own, or the one given, which goes inside a closing quotation mark. */
export function closed(text: string, point: string): string {
  if (/[.?!…]['’”"»]*$/.test(text)) return text;
  const [marks = ''] = /[”"]+$/.exec(text) ?? (text.includes('‘') ? /’+$/.exec(text) : null) ?? [];
  return `${text.slice(0, text.length - marks.length)}${point}${marks}`;
}

/** A title in quotation marks, its own made single, with a point inside them. */
export function quotedTitle(title: string, point: string): string {
  const inner = title
    .replaceAll('“', '‘')
    .replaceAll('”', '’')
    .replaceAll(/"([^"]*)"/g, '‘$1’')
    .replaceAll('"', '’');
  // Chicago keeps a comma after a question mark; a full stop gives way to any closing point.
  const isAsked = point === ',' && /[?!…]’?$/.test(inner);
  return `“${isAsked ? `${inner},` : closed(inner, point)}”`;
}

/** So many words of a title tell it from others. */
const SHORT = 5;

/** What a shortened title does not end with: marks, and words of one to three letters, which lead on. */
const LOOSE_END = /(?:[\s,;:–—-]+|\s[‘“"']?\p{Ll}{1,3})+$/u;

/** The first words of a title, as citations in the text name a work. */
export function shortTitle(title: string): string {
  const words = title.split(/\s+/);
  if (words.length <= SHORT + 1) return title;
  const short = words.slice(0, SHORT).join(' ').replace(LOOSE_END, '');
  const open = [...short.matchAll(/[‘“]/g)].length - [...short.matchAll(/[’”]/g)].length;
  const whole = open > 0 ? short + (short.includes('“') ? '”' : '’') : short;
  return title.startsWith('[') ? `${whole}]` : whole;
}

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
