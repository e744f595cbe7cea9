import { shownWords } from '../../text/shown-words.ts';
import { speakerName } from '../../text/speaker-name.ts';
import type { Word } from '../../text/words.ts';
import { t } from '../../words/words.ts';
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
  if (!first) return t(kind === 'short' ? 'check.short' : 'check.absent');
  const { speaker, sure } = first.statement;
  const by = t(sure ? 'check.saidBy' : 'check.probablySaidBy', { name: speaker?.name ?? '' });
  const isOther = first.speaker === 'other' || first.speaker === 'alike';
  const also = (verdict: string): string =>
    isOther ? t('check.alsoBy', { verdict, by, name: quotation.name }) : verdict;
  switch (kind) {
    case 'verbatim':
      return t('check.verbatim', { by: speaker ? by : speakerName(null, true) });
    case 'wrong-speaker':
      return t('check.wrongSpeaker', { by, name: quotation.name });
    case 'cut':
      return also(t('check.shortened', { how: describeCut(verdict, first) }));
    case 'altered':
      return also(t('check.altered', { how: describeAlteration(verdict, first) }));
    case 'reported':
      return t('check.reported');
    default:
      return t('check.near');
  }
}

function describeCut({ quotation }: Verdict, near: Nearest): string {
  const count = wordsIn(near, 'left out', 'said', near.said).length;
  if (count > 0) return t('check.wordsLeftOutHere', { count });
  return goesOn(quotation.words, near) ? t('check.saidMore') : '';
}

function describeAlteration({ moved, nearest, quoted }: Verdict, near: Nearest): string {
  if (moved === 'joined') return t('check.joined', { count: nearest.length });
  if (moved === 'reordered') return t('check.reordered');
  const leftOut = wordsIn(near, 'left out', 'said', near.said);
  const counts = [
    [wordsIn(near, 'changed', 'quoted', quoted).length, 'check.wordsChanged'],
    [wordsIn(near, 'added', 'quoted', quoted).length, 'check.wordsAdded'],
    [leftOut.length, 'check.wordsLeftOut'],
  ] as const;
  const weighty = weightyCut(near);
  if (weighty && counts.every(([count, how]) => count === 0 || how === 'check.wordsLeftOut')) {
    return t('check.wordLeftOut', { word: near.statement.shown.slice(weighty.start, weighty.end) });
  }
  return counts
    .filter(([count]) => count > 0)
    .map(([count, how]) => t(how, { count }))
    .join(', ');
}

/** What there is to say about a verdict besides its heading, in a sentence or two. */
export function verdictNote(verdict: Verdict): string {
  const { kind, quotation, moved, nearest } = verdict;
  const { name } = quotation;
  const asked = name ? t('check.named', { quotation: inMarks(quotation), name }) : inMarks(quotation);
  switch (kind) {
    case 'verbatim':
    case 'wrong-speaker':
      return exactness(verdict);
    case 'cut':
      return t('check.sameOrder');
    case 'altered':
      return moved === 'joined' ? t('check.separate', { count: nearest.length }) : t('check.differ');
    case 'reported':
      return t('check.reportedNote');
    case 'near':
      return t('check.nearNote');
    case 'short':
      return t('check.shortNote', { quotation: asked });
    case 'absent':
      return t('check.absentNote', { quotation: asked });
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
      return t('check.spelledFor', { quoted: text(quotation.words, quoted, start, end), said: was });
    });
  if (respelled.length > 0) return t('check.respelled', { words: respelled.join(', ') });
  const [from, to] = [pieces[0]?.said[0] ?? 0, pieces.at(-1)?.said[1] ?? said.length];
  const was = text(statement.shown, said, from, to);
  const is = text(quotation.words, quoted, 0, quoted.length);
  return plain(was) === plain(is) ? t('check.exact') : t('check.punctuation');
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
      return t('check.agrees', { name });
    case 'open':
      return held ? t('check.onlyDescribed', { name, held }) : t('check.notNamed', { name });
    case 'alike':
      return t('check.sameLastName', { name, held });
    case 'other':
      return t('check.otherSpeaker', { name, held });
  }
}
