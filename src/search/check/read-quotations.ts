import { formsOf } from '../../text/words.ts';

/** A quotation as somebody pasted it. */
export interface PastedQuotation {
  /** The words, without the marks around them; dots stand where the paste says that words are left out. */
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
/** A text between quotation marks; a missing last mark is at the end. */
const QUOTED = /["“„«”]([^"“”„«»]+)(?:["“”»]|$)/g;
/** Between two passages that are one quotation: `“X” … “Y”`. */
const ONLY_DOTS = /^\s*(?:…|\[…\]|\(…\)|\.\.\.|\[\.\.\.\]|\(\.\.\.\))\s*$/;
/** A name at the end after a dash, or at the start before a colon or a verb of saying. */
const SIGNED = /^(.+?)\s*(?:\n|\s)[—–-]{1,2}\s*([^—–\n]{2,120})$/s;
const ANNOUNCED =
  /^(\p{Lu}[\p{L}.'’-]*(?:\s+[\p{L}.'’-]+){0,4}?)(?::|\s+(?:said|says|tweeted|wrote|posted)(?:[:,]|\s+that)?)\s+(.+)$/su;
const SAID = /^(.+?)[,.!?]\s+(?:(?:said|says)\s+(\p{Lu}[\p{L}.'’ -]+?)|(\p{Lu}[\p{L}.'’ -]+?)\s+(?:said|says))\.?$/su;
/** Single marks around words, which an apostrophe is not. */
const SINGLE = /(?<![\p{L}\p{N}])['‘]\p{L}.+?['’](?![\p{L}\p{N}])/su;
/** Marks around fewer words than this, in a text without a speaker, set off a term. */
const SHORTEST_PASSAGE = 3;
/** Words for a speaker that name nobody. */
const PRONOUN = /^(?:I|We|You|He|She|It|They|This|That|The)(?:['’]\p{L}+)?$/u;
/** What stands before a quotation like a name, with a colon, and is none. */
const LABEL =
  /^(?:breaking|watch|update|exclusive|live|video|photo|photos|opinion|analysis|editorial|new|now|just in|must read|read|listen|quote|full quote|full quotation|quotation|headline|fact check|q|a)$/i;
/** A name, perhaps with a title: a few words with capitals, and the small words of names. */
const NAME_WORD = "(?:\\p{Lu}[\\p{L}\\p{M}'’.-]*|van|von|de|der|den|al|the|of)";
const NAMES = `${NAME_WORD}(?:\\s+${NAME_WORD}){0,6}`;
const NAME = new RegExp(`^${NAMES}$`, 'u');
const NAME_BEFORE = new RegExp(`(?<![\\p{L}\\p{N}])(${NAMES}):\\s*$`, 'u');
const NAME_AFTER = new RegExp(`^\\s*[—–-]*\\s*(${NAMES})[.]?\\s*$`, 'u');

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
  const found = await inProse(text);
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
    return words !== '' && NAME.test(name.trim()) && nameIn(name) !== '' ? [[words, nameIn(name)]] : [];
  });
}

const only = (passages: readonly string[], name: string): Pasted => ({
  quotations: passages.map((words) => ({ words, name })),
  whole: null,
});

const isPassage = (words: string): boolean => formsOf(words).length >= SHORTEST_PASSAGE;

/** The passages in marks; those with only dots between them are one. */
function passagesIn(text: string): string[] {
  const passages: string[] = [];
  let end = 0;
  for (const { 0: outer, 1: inside = '', index } of text.matchAll(QUOTED)) {
    const words = inside.trim();
    if (passages.length > 0 && ONLY_DOTS.test(text.slice(end, index))) passages.push(`${passages.pop()} … ${words}`);
    else passages.push(words);
    end = index + outer.length;
  }
  return passages.filter((words) => formsOf(words).length > 0);
}

/** A passage in marks, and where it is. */
interface Passage {
  words: string;
  start: number;
  end: number;
}

/** The quotations of a text in prose, each passage on its own, with the names that the prose gives. */
async function inProse(text: string): Promise<PastedQuotation[]> {
  const { findStatements } = await import('../../find/find-statements.ts');
  const statements = findStatements(text).filter(({ marks }) => marks !== 'none');
  const marked = Array.from(text.matchAll(QUOTED), ({ 0: outer, 1: words = '', index }): Passage => {
    return { words: words.trim(), start: index, end: index + outer.length };
  });
  const single = statements.flatMap(({ spans }) =>
    spans.map(({ start, end }): Passage => ({ words: text.slice(start, end), start: start - 1, end: end + 1 })),
  );
  const passages = (marked.length > 0 ? marked : single).filter(({ words }) => formsOf(words).length > 0);
  /** By statement; a passage that the finder takes for a title or a term is its own. */
  const groups = new Map<object, { words: string[]; name: string }>();
  for (const [place, passage] of passages.entries()) {
    const { words, start, end } = passage;
    const [, before = ''] = NAME_BEFORE.exec(text.slice(passages[place - 1]?.end ?? 0, start)) ?? [];
    const [, after = ''] = place === passages.length - 1 ? (NAME_AFTER.exec(text.slice(end)) ?? []) : [];
    const beside = [before, after].map(nameIn).find((name) => name !== '');
    const statement = statements.find(({ spans }) => spans.some((span) => span.start < end && start < span.end));
    const source = statement?.source ? text.slice(statement.source.start, statement.source.end) : '';
    const name = beside ?? nameIn(statement?.who?.name ?? (NAME.test(source) ? source : ''));
    const key = beside === undefined ? (statement ?? passage) : passage;
    const group = groups.get(key) ?? { words: [], name };
    group.words.push(words);
    groups.set(key, group);
  }
  return [...groups.values()].flatMap(({ words, name }) => joinShort(words).map((part) => ({ words: part, name })));
}

/** Joins a passage that says too little on its own to the one after it: `“No,” she said. “We stay.”` */
function joinShort(passages: readonly string[]): string[] {
  const joined: string[] = [];
  for (const words of passages) {
    const last = joined.at(-1);
    if (last !== undefined && (!isPassage(last) || !isPassage(words))) joined.splice(-1, 1, `${last} … ${words}`);
    else joined.push(words);
  }
  return joined;
}

/** The longest capitalised name in a text, before a comma; empty if there is none. */
function nameIn(text: string): string {
  const [first = ''] = text.split(/[,;(]/);
  const names =
    first.match(
      /(?<![@#\p{L}])\p{Lu}[\p{L}\p{M}'’.-]*(?:\s+(?:\p{Lu}[\p{L}\p{M}'’.-]*|(?:van|von|de|der|den|al|of)(?=\s)))*/gu,
    ) ?? [];
  const longest = names.reduce((most, name) => (name.length > most.length ? name : most), '');
  return PRONOUN.test(longest) || LABEL.test(first.trim()) ? '' : longest.replace(/(?<!\b(?:Jr|Sr))\.$/, '');
}
