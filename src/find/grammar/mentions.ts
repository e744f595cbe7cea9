import { MALE_NAMES } from './names.ts';
import { type Phrase, phraseAt } from './noun-phrases.ts';
import { type Token, tokenAt } from './tokens.ts';
import { isTimeWord } from './word-classes.ts';
import { DETERMINERS, LEADING, PRONOUNS, RELATIVES, ROLE_NOUNS } from './words.ts';

/**
 * Every noun phrase of a sentence that may name someone: names, pronouns, "the minister", in order.
 *
 * @param inner whether to include those within the description of another one: "Clinton, who worries Crespo"
 */
export function mentionsOf(tokens: readonly Token[], inner = false): Phrase[] {
  const mentions: Phrase[] = [];
  let at = 0;
  while (at < tokens.length) {
    const phrase = canMention(tokens, at) ? phraseAt(tokens, at) : null;
    if (phrase && !isTimeWord(tokenAt(tokens, at))) mentions.push(phrase);
    const description = phrase && inner ? descriptionIn(tokens, phrase) : null;
    at = description ?? phrase?.to ?? at + 1;
  }
  return mentions;
}

function canMention(tokens: readonly Token[], at: number): boolean {
  const { kind, isCapital, lower } = tokenAt(tokens, at);
  if (kind !== 'word' || isLeadingWord(tokens, at)) return false;
  return isCapital || PRONOUNS.has(lower) || DETERMINERS.has(lower) || ROLE_NOUNS.has(lower);
}

/** Whether a word at the beginning of a sentence has a capital but names nobody: "Conceding", "Written". */
function isLeadingWord(tokens: readonly Token[], at: number): boolean {
  const { isCapital, lower } = tokenAt(tokens, at);
  if (!isCapital || tokenAt(tokens, at - 1).kind === 'word' || tokenAt(tokens, at + 1).isCapital) return false;
  return (/(?:ing|ed|en)$/.test(lower) || LEADING.has(lower)) && !MALE_NAMES.has(lower);
}

/** Where the description within a noun phrase begins: after its comma or "who". */
function descriptionIn(tokens: readonly Token[], { from, to }: Phrase): number | null {
  for (let at = from + 1; at < to; at++) {
    const { kind, lower } = tokenAt(tokens, at);
    if (kind === 'comma' || RELATIVES.has(lower)) return at + 1;
  }
  return null;
}
