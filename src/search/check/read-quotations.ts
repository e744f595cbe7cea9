import { formsOf } from '../../text/words.ts';
import { isName, nameIn } from './names.ts';
import { isPassage, passagesIn, QUOTED } from './passages.ts';
import { readProse } from './read-prose.ts';

/** A quotation as somebody pasted it. */
export interface PastedQuotation {
  /** The words, without the marks around them; an ellipsis marks words that the paste leaves out. */
  words: string;
  /** To whom they are attributed; empty if nobody is named. */
  name: string;
}

/** What was pasted, as quotations. */
export interface Pasted {
  quotations: PastedQuotation[];
  /**
   * The whole text as one quotation, if it may be one that contains marks itself: `We call it a "deal" and mean it`.
   * `null` if only the passages in marks are quoted.
   */
  whole: PastedQuotation | null;
}

/** What posts add to a quotation: who is quoted by whom, and links. */
const ADDED_BY_POSTS = /^\s*(?:RT|MT|via)\s+@\w+:?\s*|https?:\/\/\S+|\bvia @\w+\s*$/gu;
/** A name at the end after a dash, or at the start before a colon or a verb of saying. */
const SIGNED = /^(.+?)\s*(?:\n|\s)[—–-]{1,2}\s*([^—–\n]{2,120})$/s;
const ANNOUNCED =
  /^(\p{Lu}[\p{L}.'’-]*(?:\s+[\p{L}.'’-]+){0,4}?)(?::|\s+(?:said|says|tweeted|wrote|posted)(?:[:,]|\s+that)?)\s+(.+)$/su;
const SAID = /^(.+?)[,.!?]\s+(?:(?:said|says)\s+(\p{Lu}[\p{L}.'’ -]+?)|(\p{Lu}[\p{L}.'’ -]+?)\s+(?:said|says))\.?$/su;
/** Single marks around words, which an apostrophe is not. */
const SINGLE = /(?<![\p{L}\p{N}])['‘]\p{L}.+?['’](?![\p{L}\p{N}])/su;

/**
 * Reads what somebody pasted: `“Words,” said Ada Quill. “More.”`, `Words — Ada Quill`, `Ada Quill: words`, a paragraph
 * that quotes two people, a post that repeats another, or words alone. Prose around passages in marks is read as an
 * article is; the code for it is loaded only then.
 */
export async function readQuotations(pasted: string): Promise<Pasted> {
  const text = pasted.replace(ADDED_BY_POSTS, ' ').trim();
  const passages = passagesIn(text);
  const isAllQuoted = (part: string): boolean => formsOf(part.replace(QUOTED, ' ')).length === 0;
  if (passages.length > 0 && isAllQuoted(text)) return only(passages, '');
  for (const [words, name] of attributions(text)) {
    if (isAllQuoted(words)) return only(passagesIn(words), name);
    // A text without marks may have been said like this as a whole: `Tolland said that ...`
    if (passages.length === 0) return { quotations: [{ words, name }], whole: { words: text, name: '' } };
  }
  if (passages.length === 0 && !SINGLE.test(text)) return only([text], '');
  const found = await readProse(text);
  const isMost = 2 * lengthOf(found) >= formsOf(text).length;
  const quotations = found.filter(({ words, name }) => isMost || name !== '' || isPassage(words));
  if (quotations.length === 0) return only([text], '');
  return { quotations, whole: 2 * lengthOf(quotations) < formsOf(text).length ? { words: text, name: '' } : null };
}

const lengthOf = (quotations: readonly PastedQuotation[]): number =>
  quotations.reduce((sum, { words }) => sum + formsOf(words).length, 0);

/** The ways in which a text may name its speaker, before the words or after them. */
function attributions(text: string): [words: string, name: string][] {
  const [, signed = '', signature = ''] = SIGNED.exec(text) ?? [];
  const [, announcer = '', announced = ''] = ANNOUNCED.exec(text) ?? [];
  const [, said = '', before = '', after = ''] = SAID.exec(text) ?? [];
  const [marked = '', markedSource = ''] = text.split(/(?<=["”»])\s*[—–-]{1,2}\s*/u, 2);
  const found: [string, string][] = [
    [marked, markedSource],
    [signed, signature],
    [announced, announcer],
    [said, before || after],
  ];
  return found.flatMap(([words, source]) => {
    const [name = ''] = source.split(/[,;(]/);
    return words !== '' && isName(name) && nameIn(name) !== '' ? [[words, nameIn(name)]] : [];
  });
}

const only = (passages: readonly string[], name: string): Pasted => ({
  quotations: passages.map((words) => ({ words, name })),
  whole: null,
});
