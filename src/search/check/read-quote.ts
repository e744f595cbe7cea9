import { formsOf } from '../../text/words.ts';

/** A quotation as somebody pasted it. */
export interface PastedQuote {
  /** The words, without quotation marks; separate parts are joined by an ellipsis. */
  words: string;
  /** To whom they are attributed; empty if nobody is named. */
  name: string;
}

/** A text between quotation marks. */
const QUOTED = /["“„«”]([^"“”„«»]+)(?:["“”»]|$)/g;
/** A name at the end after a dash, or at the start before a colon. */
const SIGNED = /^(.+?)\s*(?:\n|\s)[—–-]{1,2}\s*([^—–\n]{2,80})$/s;
const ANNOUNCED = /^(\p{Lu}[\p{L}.'’-]*(?:\s+[\p{L}.'’-]+){0,4}):\s+(.+)$/su;
/** A name has at most this many words. */
const LONGEST_NAME = 8;

/**
 * Splits a pasted quotation into words and a name: `“Words,” said Ada Quill. “More.”`, `Words — Ada Quill`, `Ada Quill:
 * words`, or words alone.
 */
export function readQuote(pasted: string): PastedQuote {
  const text = pasted.trim();
  const quoted = Array.from(text.matchAll(QUOTED), ([, inside = '']) => inside.trim());
  const held = quoted.reduce((sum, part) => sum + formsOf(part).length, 0);
  const outside = text.replace(QUOTED, ' ');
  // Quotation marks around only a word or two belong to the quotation itself.
  if (held > 0 && held >= formsOf(outside).length) return { words: quoted.join(' … '), name: nameIn(outside) };
  const [, signed, signature = ''] = SIGNED.exec(text) ?? [];
  if (signed && isName(signature)) return { words: signed, name: nameIn(signature) };
  const [, announcer = '', announced] = ANNOUNCED.exec(text) ?? [];
  if (announced && isName(announcer)) return { words: announced, name: nameIn(announcer) };
  return { words: text, name: '' };
}

/** The longest capitalised name in the text around a quotation. */
function nameIn(text: string): string {
  const names = text.match(/\p{Lu}[\p{L}\p{M}'’-]+(?:\s+(?:\p{Lu}[\p{L}\p{M}'’.-]*|van|von|de|der|den|al))*/gu) ?? [];
  return names.reduce((longest, name) => (name.length > longest.length ? name : longest), '').trim();
}

const isName = (text: string): boolean => nameIn(text) !== '' && formsOf(text).length <= LONGEST_NAME;
