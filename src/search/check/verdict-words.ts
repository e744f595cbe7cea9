import { counted } from '../../text/numbers.ts';
import { shownWords } from '../../text/shown-words.ts';
import { doubt, speakerName } from '../../text/speaker-name.ts';
import type { Word } from '../../text/words.ts';
import { goesOn } from './judge.ts';
import type { PastedQuotation } from './read-quotations.ts';
import { type Nearest, type Verdict, weightyCut, wordsIn } from './verdict.ts';

/** Between parts of a quotation that stood in marks of their own. */
const BETWEEN_PARTS = ' … ';

/** A pasted quotation in its marks: `“X” … “Y”`. */
export const inMarks = ({ words }: PastedQuotation): string => shownWords(words.split(BETWEEN_PARTS), 'direct');

/** The verdict as a heading that says all: `Verbatim, but said by Elaine Marsh, not Donald Trump`. */
export function verdictHeading(verdict: Verdict): string {
  const { kind, quotation, nearest } = verdict;
  const [first] = nearest;
  if (!first) return kind === 'short' ? 'Too short to judge' : 'Not in this archive';
  const { speaker, sure } = first.statement;
  const by = `${doubt(sure)}said by ${speaker?.name ?? ''}`;
  const isOther = first.speaker === 'other' || first.speaker === 'alike';
  const also = isOther ? `, and ${by}, not ${quotation.name}` : '';
  switch (kind) {
    case 'verbatim':
      return `Verbatim, ${speaker ? by : speakerName(null, true)}`;
    case 'wrong-speaker':
      return `Verbatim, but ${by}, not ${quotation.name}`;
    case 'cut':
      return `Shortened: ${describeCut(verdict, first)}${also}`;
    case 'altered':
      return `Altered: ${describeAlteration(verdict, first)}${also}`;
    case 'reported':
      return 'Reported in other words, not quoted';
    default:
      return 'Nearest in this archive';
  }
}

function describeCut({ quotation }: Verdict, near: Nearest): string {
  const count = wordsIn(near, 'left out', 'said', near.said).length;
  if (count > 0) return `${counted(count, 'word')} left out here`;
  return goesOn(quotation.words, near) ? 'the speaker said more' : '';
}

function describeAlteration({ moved, nearest, quoted }: Verdict, near: Nearest): string {
  if (moved === 'joined') return `${nearest.length} statements joined`;
  if (moved === 'reordered') return 'its parts in another order';
  const leftOut = wordsIn(near, 'left out', 'said', near.said);
  const counts = [
    [wordsIn(near, 'changed', 'quoted', quoted).length, 'changed'],
    [wordsIn(near, 'added', 'quoted', quoted).length, 'added'],
    [leftOut.length, 'left out'],
  ] as const;
  const weighty = weightyCut(near);
  if (weighty && counts.every(([count, how]) => count === 0 || how === 'left out')) {
    return `“${near.statement.shown.slice(weighty.start, weighty.end)}” left out`;
  }
  const [first = '', ...rest] = counts
    .filter(([count]) => count > 0)
    .map(([count, how], place) => (place === 0 ? `${counted(count, 'word')} ${how}` : `${count} ${how}`));
  return [first, ...rest].join(', ');
}

/** What there is to say about a verdict besides its heading, in a sentence or two. */
export function verdictNote(verdict: Verdict): string {
  const { kind, quotation, moved, nearest } = verdict;
  const named = quotation.name ? ` (${quotation.name})` : '';
  switch (kind) {
    case 'verbatim':
    case 'wrong-speaker':
      return exactness(verdict);
    case 'cut':
      return 'The words that are quoted were said in this order.';
    case 'altered':
      return moved === 'joined'
        ? `The words are from ${nearest.length} separate statements.`
        : 'The closest words in the archive differ.';
    case 'reported':
      return 'The article has these words outside quotation marks: they are the reporter’s.';
    case 'near':
      return 'No verdict: too little agrees with any statement.';
    case 'short':
      return `These are too few words to identify a statement: ${inMarks(quotation)}${named}.`;
    case 'absent':
      return `No statement contains these words or similar ones: ${inMarks(quotation)}${named}.`;
  }
}

/** How exactly a verbatim quotation agrees: spellings, capitals and punctuation may differ. */
function exactness({ quotation, quoted, nearest: [near] }: Verdict): string {
  if (!near) return '';
  const { said, pieces, statement } = near;
  const text = (source: string, words: readonly Word[], from: number, to: number): string =>
    source.slice(words[from]?.start ?? 0, words[to - 1]?.end ?? 0);
  const respelled = pieces
    .filter(({ kind }) => kind === 'respelled')
    .map(({ said: [from, to], quoted: [start, end] }) => {
      const was = text(statement.shown, said, from, to);
      return `“${text(quotation.words, quoted, start, end)}” for “${was}”`;
    });
  if (respelled.length > 0) return `The same words; only the spelling differs: ${respelled.join(', ')}.`;
  const [from, to] = [pieces[0]?.said[0] ?? 0, pieces.at(-1)?.said[1] ?? said.length];
  const was = text(statement.shown, said, from, to);
  const is = text(quotation.words, quoted, 0, quoted.length);
  return plain(was) === plain(is)
    ? 'The archive contains exactly these words.'
    : 'The archive contains the same words; only capitals or punctuation differ.';
}

/** A text in which typographic and typewriter marks, dashes and spaces are the same. */
const plain = (text: string): string =>
  text
    .replace(/[’‘ʼ]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[—–]/g, '-')
    .replace(/\s+/g, ' ');

/** What a given name and the archived speaker have to do with each other; empty if no name was given. */
export function speakerNote({ speaker, statement }: Nearest, name: string): string {
  const held = statement.speaker?.name ?? '';
  switch (speaker) {
    case null:
      return '';
    case 'same':
      return `You named ${name}, and so does the archive.`;
    case 'open':
      return held
        ? `You named ${name}; the archive gives no name, only “${held}”.`
        : `You named ${name}; the archive does not name the speaker.`;
    case 'alike':
      return `You named ${name}; the archive says ${held}, who has the same last name.`;
    case 'other':
      return `You named ${name}; the archive says ${held}.`;
  }
}
