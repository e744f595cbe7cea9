import { partsOf } from '../../words/words.ts';

/** A text of a language, or its form for each plural category. */
export type Message = string | Record<string, string>;

/** Whether something that was read from a file is a text or its forms. */
export const isMessage = (value: unknown): value is Message =>
  typeof value === 'string' ||
  (typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((form) => typeof form === 'string'));

/** Whether a locale is one that days and numbers can be written in. */
export function isLocale(locale: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(locale).length > 0;
  } catch {
    return false;
  }
}

/**
 * What is wrong with a text; `null` if nothing is.
 *
 * @param model the English text, which has the same values and elements
 * @param locale the language's, whose plural categories (Unicode CLDR) the forms must be
 */
export function checkMessage(message: Message, model: Message | undefined, locale: string): string | null {
  if (model === undefined) return 'There is no such text. Correct its name, or remove it.';
  if (typeof message === typeof model) return checkForms(message, locale) ?? checkContents(message, model);
  return typeof model === 'string'
    ? 'It does not depend on a number. Write one text.'
    : 'It depends on a number. Write a form for each plural category.';
}

/** Each plural category of the language needs a form, and there are no others. */
function checkForms(message: Message, locale: string): string | null {
  if (typeof message === 'string') return null;
  const needed = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
  const missing = needed.filter((category) => !(category in message));
  if (missing.length > 0) return `It has no form for ${missing.map((one) => `\`${one}\``).join(', ')}. Add it.`;
  const other = Object.keys(message).find((category) => !needed.some((one) => one === category));
  return other === undefined ? null : `The language has no plural category \`${other}\`. Remove it.`;
}

/** A text has the values and the elements of the English one; a plural form may leave the count out. */
function checkContents(message: Message, model: Message): string | null {
  const [values, elements] = [valuesOf(model), elementsOf(model)];
  for (const form of formsOf(message)) {
    const [own, given] = [valuesOf(form), elementsOf(form)];
    const unknown = own.find((name) => !values.includes(name));
    if (unknown !== undefined) return `\`{${unknown}}\` is not known here: ${listed(values, 'values')}.`;
    const lost = values.find((name) => name !== 'count' && !own.includes(name));
    if (lost !== undefined) return `It lacks \`{${lost}}\`. Put it where it belongs in the sentence.`;
    const wrong = elements.find((name) => !given.includes(name)) ?? given.find((name) => !elements.includes(name));
    if (wrong !== undefined) return `\`<${wrong}>…</${wrong}>\`: ${listed(elements, 'elements')}, each once.`;
  }
  return null;
}

const listed = (names: readonly string[], what: string): string =>
  names.length === 0 ? `the English text has no ${what}` : `the English text has the ${what} ${names.join(', ')}`;

const formsOf = (message: Message): string[] => (typeof message === 'string' ? [message] : Object.values(message));

/** The names of the values of a text, each once. */
export const valuesOf = (message: Message): string[] => [
  ...new Set(formsOf(message).flatMap((form) => [...form.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))),
];

/** The names of the elements of a text, each once. */
export const elementsOf = (message: Message): string[] => [
  ...new Set(formsOf(message).flatMap((form) => partsOf(form).flatMap(({ element }) => element ?? []))),
];
