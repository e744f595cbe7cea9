import type { StatementRow } from '../../src/content/rows/statement-row.ts';
import type { VerdictKind } from '../../src/search/check/verdict.ts';
import { weightyIn } from '../../src/search/check/weighty-words.ts';
import { FUNCTION_WORDS } from '../../src/text/function-words.ts';
import { formsOf, wordsOf } from '../../src/text/words.ts';
import { shuffled } from './queries.ts';
import { SYNONYMS } from './synonyms.ts';

/** A quotation as somebody may paste it, with the verdicts that are right for it. */
export interface Case {
  pasted: string;
  /** For each quotation in it, the right verdicts, and words that the right statement contains; `null` for none. */
  answers: { kinds: VerdictKind[]; holds: string | null }[];
}

/** What cases are made of. */
export interface Making {
  random: () => number;
  /** Words of the archive in lower case. */
  vocabulary: readonly string[];
  /** Another statement of the archive, with at least that many words. */
  another: (atLeast: number) => StatementRow;
  /** Whether some statement contains these words. */
  isHeld: (words: string) => boolean;
}

/** Names that no speaker has. */
const NAMES = ['Zebulon Quarrington', 'Ottoline Marchbanks'];
/** A cut needs two parts and a middle. */
const SHORTEST_CUT = 12;

/** A kind of quotation. */
interface Kind {
  /** The share that must be judged right. */
  least: number;
  /** Which statements the cases are made of; those that were quoted unless another is given. */
  of?: 'reported' | 'absent';
  /** Makes a case; `null` if the statement does not allow it. */
  make: (row: StatementRow, making: Making) => Case | null;
}

/** The kinds of quotations that the check must judge right, by name. */
export const KINDS: Readonly<Record<string, Kind>> = {
  unchanged: { least: 0.98, make: ({ text }) => one(text, ['verbatim'], text) },
  'a fragment': {
    least: 0.95,
    make: ({ text }, { random }) => {
      const words = excerpt(text, 5, 9, random);
      return words === null ? null : one(words, ['verbatim'], words);
    },
  },
  'other marks, capitals and punctuation': {
    least: 0.98,
    make: ({ text }) =>
      one(
        `«${text.toUpperCase().replace(/[’‘]/g, "'").replace(/, /g, ' – ').replace(/\.$/, '!')}»`,
        ['verbatim'],
        text,
      ),
  },
  'another spelling': {
    least: 0.95,
    make: ({ text }) => {
      const words = respelled(text);
      return words === text ? null : one(words, ['verbatim'], text);
    },
  },
  'one word changed': { least: 0.97, make: ({ text }, making) => changed(text, 1, making) },
  'a misspelled word': {
    least: 0.95,
    make: ({ text }, { random, isHeld }) => {
      const words = text.split(/\s+/);
      const places = [...words.keys()].filter((place) => /^\p{Ll}{6,}$/u.test(words[place] ?? ''));
      const place = places[Math.floor(random() * places.length)];
      if (place === undefined) return null;
      const word = words[place] ?? '';
      const wrong = words.with(place, word.slice(0, 3) + word.charAt(4) + word.charAt(3) + word.slice(5)).join(' ');
      return wrong === text || isHeld(wrong) ? null : one(wrong, ['altered'], text);
    },
  },
  'one word dropped': { least: 0.97, make: ({ text }, making) => dropped(text, making) },
  'short, a word or two changed': {
    least: 0.95,
    make: ({ text }, making) => {
      const words = excerpt(text, 4, 8, making.random);
      return words === null ? null : changed(words, formsOf(words).length < 6 ? 1 : 2, making);
    },
  },
  'short, a word dropped': {
    least: 0.95,
    make: ({ text }, making) => {
      const words = excerpt(text, 4, 8, making.random);
      return words === null ? null : dropped(words, making);
    },
  },
  'short, a word added': {
    least: 0.95,
    make: ({ text }, { random, vocabulary, isHeld }) => {
      const words = excerpt(text, 3, 8, random)?.split(' ');
      if (!words) return null;
      const at = 1 + Math.floor(random() * (words.length - 1));
      const longer = words.toSpliced(at, 0, vocabulary[Math.floor(random() * vocabulary.length)] ?? '').join(' ');
      return isHeld(longer) ? null : one(longer, ['altered'], words.join(' '));
    },
  },
  'a negation': {
    least: 0.95,
    make: ({ text }, { random, isHeld }) => {
      const words = excerpt(text, 4, 12, random);
      if (!words) return null;
      const other = / not /.test(words)
        ? words.replace(' not ', ' ')
        : words.replace(/ (is|are|was|were|will|can|would|should|have|has|do|did) /, ' $1 not ');
      return other === words || isHeld(other) ? null : one(other, ['altered'], words);
    },
  },
  'a number': {
    least: 0.95,
    make: ({ text }, { isHeld }) => {
      const all = text.split(/\s+/);
      const at = all.findIndex((word) => /^\d+\b/.test(word));
      const words = all.slice(Math.max(0, at - 4), at + 6).join(' ');
      const other = words.replace(/\b\d+/, (number) => String(Number(number) + 3));
      const isShort = at === -1 || content(words.split(' ')).length < 2;
      return isShort || other === words || isHeld(other) ? null : one(other, ['altered'], words);
    },
  },
  'the last word changed': {
    least: 0.95,
    make: ({ text }, { random, vocabulary, isHeld }) => {
      const words = excerpt(text, 4, 9, random)?.split(' ');
      const other = words?.with(-1, vocabulary[Math.floor(random() * vocabulary.length)] ?? '').join(' ');
      if (!words || !other || content(words.slice(0, -1)).length < 2 || isHeld(other)) return null;
      return one(other, ['altered'], words.slice(0, -1).join(' '));
    },
  },
  'two parts over a cut': {
    least: 0.95,
    make: ({ text }, { random }) => {
      const words = text.split(/\s+/);
      if (words.length < SHORTEST_CUT) return null;
      const [from, to] = [Math.floor(words.length / 3), Math.floor((2 * words.length) / 3)];
      const left = words.slice(from, to).join(' ');
      const dots = random() < 0.5 ? ' … ' : ' ';
      return one(words.slice(0, from).join(' ') + dots + words.slice(to).join(' '), [cutOf(left)], text);
    },
  },
  'dots where the statement goes on': {
    least: 0.95,
    make: ({ text }) => {
      const words = text.split(/\s+/);
      return words.length < SHORTEST_CUT ? null : one(`${words.slice(0, 8).join(' ')} …`, ['cut'], text);
    },
  },
  'two statements joined': {
    least: 0.95,
    make: ({ text }, { random, another }) => {
      const other = another(6).text;
      const dots = random() < 0.5 ? ' … ' : ' ';
      const halves = [firstHalf(text, 12), firstHalf(other, 12)];
      return { pasted: halves.join(dots), answers: [{ kinds: ['altered'], holds: halves.join('|') }] };
    },
  },
  'halves swapped': {
    least: 0.95,
    make: ({ text }) => {
      const words = text.split(/\s+/).slice(0, 24);
      if (words.length < 8) return null;
      const middle = Math.floor(words.length / 2);
      return one([...words.slice(middle), ...words.slice(0, middle)].join(' '), ['altered'], text);
    },
  },
  'a paragraph that quotes two people': {
    least: 0.95,
    make: (row, { another }) => {
      const other = another(6);
      const [name = '', second = ''] = NAMES;
      const quoted = (text: string): string => text.replace(/[.,]$/, '');
      return {
        pasted: `The vote was on Monday. “${quoted(row.text)},” ${name} said. But ${second} disagreed: “${other.text}”`,
        answers: [
          { kinds: byAnother(row), holds: row.text },
          { kinds: byAnother(other), holds: other.text },
        ],
      };
    },
  },
  'a post': { least: 0.95, make: ({ text }) => one(`RT @someone: “${text}” https://t.example/1`, ['verbatim'], text) },
  'another speaker': {
    least: 0.99,
    make: (row) => one(`“${row.text}” — ${NAMES[0]}`, byAnother(row), row.text),
  },
  paraphrased: {
    least: 0.95,
    make: ({ text }, { isHeld }) => {
      const words = text.split(/\s+/).slice(0, 20);
      const other = words.map((word) => SYNONYMS.get(word) ?? word);
      const share = other.filter((word, place) => word !== words[place]).length / words.length;
      if (words.length < 8 || share < 0.2 || share > 0.36 || content(words).length < 4) return null;
      const pasted = other.join(' ');
      return isHeld(pasted) ? null : one(pasted, ['altered', 'near'], words.join(' '));
    },
  },
  'in the reporter’s words': { least: 0.95, of: 'reported', make: ({ text }) => one(text, ['reported'], text) },
  absent: { least: 0.99, of: 'absent', make: ({ text }) => one(text, ['absent'], null) },
};

const one = (pasted: string, kinds: VerdictKind[], holds: string | null): Case => ({
  pasted,
  answers: [{ kinds, holds }],
});

const content = (words: readonly string[]): string[] =>
  words.filter((word) => word.length > 2 && !FUNCTION_WORDS.has(formsOf(word)[0] ?? ''));

/** Words in a row with at least two that tell something; `null` if the text is too short. */
function excerpt(text: string, least: number, most: number, random: () => number): string | null {
  const words = text.split(/\s+/);
  const length = Math.min(words.length, least + Math.floor(random() * (most - least + 1)));
  const start = Math.floor(random() * (words.length - length + 1));
  const chosen = words.slice(start, start + length);
  return chosen.length < least || content(chosen).length < 2 ? null : chosen.join(' ');
}

const firstHalf = (text: string, most: number): string =>
  text.split(/\s+/).slice(0, most).join(' ').replace(/[,.]$/, '');

function changed(text: string, count: number, { random, vocabulary, isHeld }: Making): Case | null {
  const words = text.split(' ');
  const places = shuffled([...words.keys()].slice(1), random).slice(0, count);
  const left = words.filter((_, place) => !places.includes(place));
  if (content(left).length < 2) return null;
  const other = places.reduce(
    (now, place) => now.with(place, vocabulary[Math.floor(random() * vocabulary.length)] ?? 'otherwise'),
    words,
  );
  const pasted = other.join(' ');
  return isHeld(pasted) ? null : one(pasted, ['altered'], text);
}

function dropped(text: string, { random, isHeld }: Making): Case | null {
  const words = text.split(' ');
  const at = 1 + Math.floor(random() * (words.length - 2));
  const pasted = words.toSpliced(at, 1).join(' ');
  if (content(words.toSpliced(at, 1)).length < 2 || isHeld(pasted) || formsOf(words[at] ?? '').length === 0)
    return null;
  return one(pasted, [cutOf(words[at] ?? '')], text);
}

/** The verdict on words that are given to somebody else: a speaker without a name may be anybody. */
const byAnother = ({ speaker }: StatementRow): VerdictKind[] =>
  speaker?.name && speaker.described === null ? ['wrong-speaker'] : ['verbatim'];

/** The verdict on leaving words out. */
const cutOf = (words: string): VerdictKind => (weightyIn(wordsOf(words)) ? 'altered' : 'cut');

/** American for British spelling, and apostrophes left out or added. */
function respelled(text: string): string {
  return text
    .replace(/\b(\w{3,})ization\b/g, '$1isation')
    .replace(/\b(\w{3,})izing\b/g, '$1ising')
    .replace(/\b(\w{4,})ized?\b/g, (word) => word.replace('iz', 'is'))
    .replace(/\b(lab|fav|hon|neighb|behavi|col)or(?=(s|ed|ing|hood|hoods|able|er|ers|ful)?\b)/g, '$1our')
    .replace(/\bcenter\b/g, 'centre')
    .replace(/\bdefense\b/g, 'defence')
    .replace(/\bit['’]s\b|\bits\b/g, (word) => (word === 'its' ? "it's" : 'its'))
    .replace(/\b(travel|cancel|label|model|fuel)(ed|ing)\b/g, '$1l$2');
}
