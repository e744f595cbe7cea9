import type { Word } from '../../text/words.ts';
import { oneSpelling } from './spelling-variants.ts';

/** Words that turn a sentence into its opposite, in English, Russian and Armenian. */
const NEGATIONS = new Set(
  `not no never none nothing nobody nor neither nowhere without cannot hardly barely scarcely unless
   не нет ни никогда никто ничего нельзя без ոչ չէ չի չեմ չես չենք չեք չեն չկա երբեք առանց`.split(/\s+/),
);
const LARGE_NUMBERS = new Set('hundred thousand million billion trillion dozen half twice'.split(' '));

/** A negation in a longer cut belongs to what was cut, not to what is quoted. */
const LONGEST = 3;

/**
 * The negation or the number without which words say something else; `undefined` if leaving them out changes nothing so
 * much.
 */
export const weightyIn = <Said extends Pick<Word, 'form'>>(leftOut: readonly Said[]): Said | undefined =>
  leftOut.length > LONGEST ? undefined : leftOut.find(isWeighty);

/** Whether a word is a negation or a number. */
const isWeighty = ({ form }: Pick<Word, 'form'>): boolean =>
  NEGATIONS.has(form) || form.endsWith("n't") || LARGE_NUMBERS.has(form) || /\d/.test(oneSpelling([form]));
