import { words } from './chosen.ts';
import type { Messages } from './messages.ts';

/** The key of a text. */
export type Key = keyof Messages;

/** Keys of texts that need nothing but a count. */
export type CountKey = { [K in Key]: Messages[K] extends { values: 'count'; elements: never } ? K : never }[Key];

type ValuesOf<K extends Key> = [Messages[K]['values']] extends [never]
  ? []
  : [values: Record<Messages[K]['values'], string | number>];

/** A part of a text: the words of an element such as a link, or those between elements. */
export interface Part<Element extends string = string> {
  element: Element | null;
  text: string;
}

/** A text of the interface, with its values, without its elements: `t('count.articles', { count: 2 })` -> `2 articles`. */
export const t = <K extends Key>(key: K, ...values: ValuesOf<K>): string =>
  rich(key, ...values)
    .map(({ text }) => text)
    .join('');

/** A text of the interface in parts, for where some of its words are links or other elements. */
export function rich<K extends Key>(key: K, ...[values]: ValuesOf<K>): Part<Messages[K]['elements']>[] {
  const given: Readonly<Record<string, string | number>> = values ?? {};
  return partsOf(formOf(key, given['count'])).map(({ element, text }) => ({
    element: element as Messages[K]['elements'] | null,
    text: text.replaceAll(VALUE, (_, name: string) => shown(key, name, given[name])),
  }));
}

const VALUE = /\{(\w+)\}/g;

function shown(key: string, name: string, value: string | number | undefined): string {
  if (value === undefined) throw new Error(`The text \`${key}\` needs \`${name}\`.`);
  return typeof value === 'number' ? formatNumber(value) : value;
}

/** `4312` -> `4,312`. */
export const formatNumber = (value: number): string => numbers()?.format(value) ?? grouped(value);

function grouped(value: number): string {
  const { mark, from } = words().group;
  const digits = String(value);
  return digits.length < from ? digits : digits.replace(/\B(?=(?:\d{3})+$)/g, mark);
}

function formOf(key: string, count: string | number | undefined): string {
  const message = words().messages[key];
  if (message === undefined) throw new Error(`There is no text \`${key}\`.`);
  if (typeof message === 'string') return message;
  return message[plurals().select(Number(count))] ?? message['other'] ?? '';
}

/** Texts that were split into parts, which pages need again and again. */
const split = new Map<string, readonly Part[]>();

/** `at <a>the top</a>.` -> `at `, `the top` in `a`, `.` */
export function partsOf(text: string): readonly Part[] {
  const known = split.get(text);
  if (known) return known;
  const pieces = text.split(/<(\w+)>(.*?)<\/\1>/s);
  const parts = pieces.flatMap((piece, index): Part[] => {
    if (index % 3 === 1) return [];
    const element = index % 3 === 2 ? (pieces[index - 1] ?? null) : null;
    return piece === '' ? [] : [{ element, text: piece }];
  });
  split.set(text, parts);
  return parts;
}

/** `null` for languages of which the browser has only the plural rules; Chromium has no Armenian numbers, for example. */
const numbers = ofLocale((locale) =>
  Intl.NumberFormat.supportedLocalesOf(locale).length > 0 ? new Intl.NumberFormat(locale) : null,
);
const plurals = ofLocale((locale) => new Intl.PluralRules(locale));

/** Makes something for the locale of the interface once. */
export function ofLocale<T>(make: (locale: string) => T): () => T {
  const made = new Map<string, T>();
  return () => {
    const { locale } = words();
    const known = made.get(locale);
    if (known !== undefined) return known;
    const thing = make(locale);
    made.set(locale, thing);
    return thing;
  };
}
