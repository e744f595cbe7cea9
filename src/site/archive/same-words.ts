/** A word of a statement as it is compared, or a place where words were put in or left out by whoever quotes. */
type Token = string | typeof GAP | typeof INSERTION;

/** An ellipsis: any words may be left out here. */
const GAP = Symbol('gap');
/** Words in brackets: the quoter's, for some of the speaker's or for none. */
const INSERTION = Symbol('insertion');

/** As many words as a bracketed insertion may stand for. */
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

/** A letter that was made large or small for the new sentence: `[T]he`. */
const NEW_CASE = /\[(\p{L})\](?=\p{L})/gu;

/**
 * The words of a statement for comparison: without case and marks, at hyphens parted, and in one spelling where a
 * language has two (Russian ё, the Armenian ligature և). Numbers keep their signs, and what they are of.
 */
export function comparedWords(text: string): Token[] {
  const plain = text.replace(NEW_CASE, '$1').replaceAll('…', '...').normalize('NFKC').toLowerCase();
  return [...plain.matchAll(PARTS)].map(([part]) => {
    if (/^(?:\[\s*)?\./.test(part)) return GAP;
    if (part.startsWith('[')) return INSERTION;
    return part.replace(/[’ʼ]/g, "'").replace(/[՚-՟]/g, '').replaceAll('ё', 'е');
  });
}

/** How many words of the speaker's own there are. */
export const countWords = (tokens: readonly Token[]): number =>
  tokens.filter((token) => typeof token === 'string').length;

/**
 * Whether one text quotes the other: all its words stand there in a row, but for what its ellipses leave out and its
 * brackets put in.
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

/** Where the first place of a part in a text ends, from some place on; `null` where it has none. */
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

/** The longest run of plain words, by which those that may quote each other are found. */
export function longestRun(tokens: readonly Token[]): string[] {
  let longest: string[] = [];
  let run: string[] = [];
  for (const token of [...tokens, GAP] as const) {
    if (typeof token === 'string') run.push(token);
    else {
      if (run.length > longest.length) longest = run;
      run = [];
    }
  }
  return longest;
}
