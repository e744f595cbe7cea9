/** Words for a speaker that are not a name. */
const PRONOUN = /^(?:I|We|You|He|She|It|They|This|That|The)(?:['’]\p{L}+)?$/u;
/** Labels before a quotation that look like a name with a colon. */
const LABEL =
  /^(?:breaking|watch|update|exclusive|live|video|photo|photos|opinion|analysis|editorial|new|now|just in|must read|read|listen|quote|full quote|full quotation|quotation|headline|fact check|q|a)$/i;
/** A name, perhaps with a title: a few words with capitals, and the small words of names. */
const NAME_WORD = "(?:\\p{Lu}[\\p{L}\\p{M}'’.-]*|van|von|de|der|den|al|the|of)";
const NAMES = `${NAME_WORD}(?:\\s+${NAME_WORD}){0,6}`;
const NAME = new RegExp(`^${NAMES}$`, 'u');
/** A name right before a quotation, `Quill: “`, and right after one, `” — Quill`. */
export const NAME_BEFORE = new RegExp(`(?<![\\p{L}\\p{N}])(${NAMES}):\\s*$`, 'u');
export const NAME_AFTER = new RegExp(`^\\s*[—–-]*\\s*(${NAMES})[.]?\\s*$`, 'u');

/** Whether a text is a name, perhaps with a title, and nothing else. */
export const isName = (text: string): boolean => NAME.test(text.trim());

/** The longest capitalised name in a text, before a comma; empty if there is none. */
export function nameIn(text: string): string {
  const [first = ''] = text.split(/[,;(]/);
  const names =
    first.match(
      /(?<![@#\p{L}])\p{Lu}[\p{L}\p{M}'’.-]*(?:\s+(?:\p{Lu}[\p{L}\p{M}'’.-]*|(?:van|von|de|der|den|al|of)(?=\s)))*/gu,
    ) ?? [];
  const longest = names.reduce((most, name) => (name.length > most.length ? name : most), '');
  return PRONOUN.test(longest) || LABEL.test(first.trim()) ? '' : longest.replace(/(?<!\b(?:Jr|Sr))\.$/, '');
}
