/** A part of a reference: plain, or in italics. */
export type Run = string | { italic: string };

/** A reference as plain text. */
export const plainText = (runs: readonly Run[]): string =>
  runs.map((run) => (typeof run === 'string' ? run : run.italic)).join('');

/**
 * Ends a text with exactly one closing mark: its own, or the given point, which goes inside a closing quotation mark.
 */
export function closed(text: string, point: string): string {
  if (/[.?!…]['’”"»]*$/.test(text)) return text;
  const [marks = ''] = /[”"]+$/.exec(text) ?? (text.includes('‘') ? /’+$/.exec(text) : null) ?? [];
  return `${text.slice(0, text.length - marks.length)}${point}${marks}`;
}

/** A title in quotation marks, with a point inside them; its own quotation marks become single. */
export function quotedTitle(title: string, point: string): string {
  const inner = title
    .replaceAll('“', '‘')
    .replaceAll('”', '’')
    .replaceAll(/"([^"]*)"/g, '‘$1’')
    .replaceAll('"', '’');
  // Chicago keeps a comma after a question mark; a full stop is dropped after any closing point.
  const isAsked = point === ',' && /[?!…]’?$/.test(inner);
  return `“${isAsked ? `${inner},` : closed(inner, point)}”`;
}

/** This many words of a title distinguish it from others. */
const SHORT = 5;

/** What a shortened title must not end with: marks, and words of one to three letters, which lead on to the next. */
const LOOSE_END = /(?:[\s,;:–—-]+|\s[‘“"']?\p{Ll}{1,3})+$/u;

/** The first words of a title, as in-text citations name a work. */
export function shortTitle(title: string): string {
  const words = title.split(/\s+/);
  if (words.length <= SHORT + 1) return title;
  const short = words.slice(0, SHORT).join(' ').replace(LOOSE_END, '');
  const open = [...short.matchAll(/[‘“]/g)].length - [...short.matchAll(/[’”]/g)].length;
  const whole = open > 0 ? short + (short.includes('“') ? '”' : '’') : short;
  return title.startsWith('[') ? `${whole}]` : whole;
}

/** Joins names by commas, and the last with `and`: `A`, `A and B`, `A, B, and C`. */
export function inSeries(names: readonly string[], and: string): string {
  if (names.length < 3) return names.join(` ${and} `);
  return `${names.slice(0, -1).join(', ')}, ${and} ${names.at(-1) ?? ''}`;
}

/** What precedes a name that is not certain; the styles are in English. */
export const doubt = (isSure: boolean): string => (isSure ? '' : 'probably ');

/** The parts of a day, its month written as a style does. */
export function dayParts(day: string, months: readonly string[]): { year: string; month: string; date: number } {
  const [year = '', month = '', date = ''] = day.split('-');
  return { year, month: months[Number(month) - 1] ?? '', date: Number(date) };
}
