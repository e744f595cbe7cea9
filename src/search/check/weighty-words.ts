import type { Word } from '../../text/words.ts';
import { oneSpelling } from './spelling-variants.ts';

/** Words that turn a sentence into its opposite, in English, Russian and Armenian. */
const NEGATIONS = new Set(
  `not no never none nothing nobody nor neither nowhere without cannot hardly barely scarcely unless
   не нет ни никогда никто ничего нельзя без ոչ չէ չի չեմ չես չենք չեք չեն չկա երբեք առանց`.split(/\s+/),
);
const LARGE_NUMBERS = new Set('hundred thousand million billion trillion dozen half twice'.split(' '));

/** Whether a word changes what is said so much that leaving it out is an alteration: a negation or a number. */
export const isWeighty = ({ form }: Pick<Word, 'form'>): boolean =>
  NEGATIONS.has(form) || form.endsWith("n't") || LARGE_NUMBERS.has(form) || /\d/.test(oneSpelling([form]));
