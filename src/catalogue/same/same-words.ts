/**
 * A word of a statement in its compared form, or a place where whoever quotes it inserted or left out words. None contains
 * a space.
 */
type Token = string;

/** An ellipsis: any words may be left out here. */
const GAP = '…';
/** Words in brackets: the quoter's, in place of some of the speaker's or of none. */
const INSERTION = '[]';

/** Whether a token is one of the speaker's own words. */
export const isWord = (token: Token): boolean => token !== GAP && token !== INSERTION;

/** The most words that a bracketed insertion may replace. */
const MOST_REPLACED = 4;

/** An ellipsis, words in brackets, a number with its sign and unit, or a word. */
const PARTS = new RegExp(
  [
    /\[\s*\.{3}\s*\]|\.{3,}|\. \. \./u,
    /\[[^\]]*\]/u,
    /(?<![\p{L}\p{N}])[-−+]?\p{Sc}?\p{N}+(?:[.,:/–-]\p{N}+)*%?\p{Sc}?/u,
    /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’ʼ՚-՟][\p{L}\p{M}\p{N}]+)*/u,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gu',
);

/** A letter whose case was changed for the new sentence: `[T]he`. */
const NEW_CASE = /\[(\p{L})\](?=\p{L})/gu;

/**
 * The words of a statement for comparison: without case and punctuation, split at hyphens, and in one spelling where a
 * language has two (Russian ё, the Armenian ligature և). Numbers keep their signs and units.
 */
export function comparedWords(text: string): Token[] {
  const plain = text.replace(NEW_CASE, '$1').replaceAll('…', '...').normalize('NFKC').toLowerCase();
  return [...plain.matchAll(PARTS)].map(([part]) => {
    if (/^(?:\[\s*)?\./.test(part)) return GAP;
    if (part.startsWith('[')) return INSERTION;
    return part.replace(/[’ʼ]/g, "'").replace(/[՚-՟]/g, '').replaceAll('ё', 'е');
  });
}

/** The number of the speaker's own words. */
export const countWords = (tokens: readonly Token[]): number => tokens.filter(isWord).length;

/**
 * Whether one text quotes the other: all its words appear there in a row, except for what its ellipses leave out and
 * its brackets insert.
 */
export function quotes(shorter: readonly Token[], longer: readonly Token[]): boolean {
  const parts = splitAtGaps(shorter).filter((part) => part.length > 0);
  let from = 0;
  for (const part of parts) {
    const end = findPart(part, longer, from);
    if (end === null) return false;
    from = end;
  }
  return parts.length > 0;
}

/** The end of the first match of a part in a text, from a place on; `null` if there is none. */
function findPart(part: readonly Token[], text: readonly Token[], from: number): number | null {
  for (let start = from; start < text.length; start++) {
    const end = matchAt(part, 0, text, start);
    if (end !== null) return end;
  }
  return null;
}

function matchAt(part: readonly Token[], at: number, text: readonly Token[], place: number): number | null {
  if (at === part.length) return place;
  const [mine, other] = [part[at], text[place]];
  if (mine === INSERTION) {
    for (let skipped = 0; skipped <= MOST_REPLACED && place + skipped <= text.length; skipped++) {
      const end = matchAt(part, at + 1, text, place + skipped);
      if (end !== null) return end;
    }
    return null;
  }
  if (other === INSERTION) {
    for (let skipped = 0; skipped <= MOST_REPLACED && at + skipped <= part.length; skipped++) {
      const end = matchAt(part, at + skipped, text, place + 1);
      if (end !== null) return end;
    }
    return null;
  }
  return mine === other && mine !== GAP ? matchAt(part, at + 1, text, place + 1) : null;
}

function splitAtGaps(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    if (token === GAP) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

/** The longest run of plain words, by which statements that may quote each other are found. */
export function longestRun(tokens: readonly Token[]): string[] {
  let longest: string[] = [];
  let run: string[] = [];
  for (const token of [...tokens, GAP]) {
    if (isWord(token)) run.push(token);
    else {
      if (run.length > longest.length) longest = run;
      run = [];
    }
  }
  return longest;
}
