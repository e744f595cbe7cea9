import { formsOf } from '../../text/words.ts';

/** A quotation as somebody pasted it. */
export interface PastedQuote {
  /** The words, without marks; parts that were apart are joined by an ellipsis. */
  words: string;
  /** Who is said to have said them; empty if nobody is named. */
  name: string;
}

/** Quotation marks that open and close. */
const QUOTED = /["“„«”]([^"“”„«»]+)(?:["“”»]|$)/g;
/** A name at the end, after a dash, or before a colon at the start. */
const SIGNED = /^(.+?)\s*(?:\n|\s)[—–-]{1,2}\s*([^—–\n]{2,80})$/s;
const ANNOUNCED = /^(\p{Lu}[\p{L}.'’-]*(?:\s+[\p{L}.'’-]+){0,4}):\s+(.+)$/su;
/** A name has at most this many words. */
const LONGEST_NAME = 8;

/**
 * Takes a pasted quotation apart: `“Words,” said Ada Quill. “More.”`, `Words — Ada Quill`, `Ada Quill: words`, or words
 * alone.
 */
export function readQuote(pasted: string): PastedQuote {
  const text = pasted.trim();
  const quoted = Array.from(text.matchAll(QUOTED), ([, inside = '']) => inside.trim());
  const held = quoted.reduce((sum, part) => sum + formsOf(part).length, 0);
  const outside = text.replace(QUOTED, ' ');
  // Marks around a word or two belong to the quotation itself.
  if (held > 0 && held >= formsOf(outside).length) return { words: quoted.join(' … '), name: nameIn(outside) };
  const [, signed, signature = ''] = SIGNED.exec(text) ?? [];
  if (signed && isName(signature)) return { words: signed, name: nameIn(signature) };
  const [, announcer = '', announced] = ANNOUNCED.exec(text) ?? [];
  if (announced && isName(announcer)) return { words: announced, name: nameIn(announcer) };
  return { words: text, name: '' };
}

/** The capitalised words of what stands around a quotation. */
function nameIn(text: string): string {
  const names = text.match(/\p{Lu}[\p{L}\p{M}'’-]+(?:\s+(?:\p{Lu}[\p{L}\p{M}'’.-]*|van|von|de|der|den|al))*/gu) ?? [];
  return names.reduce((longest, name) => (name.length > longest.length ? name : longest), '').trim();
}

const isName = (text: string): boolean => nameIn(text) !== '' && formsOf(text).length <= LONGEST_NAME;
