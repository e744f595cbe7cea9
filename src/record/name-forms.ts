/** First names in their Ukrainian or Belarusian form and the Russian one, which news exchanges. */
const PAIRS: Record<string, string> = {
  volodimir: 'vladimir',
  oleksandr: 'aleksandr',
  mikola: 'nikolai',
  mihailo: 'mihail',
  ievhen: 'evgeni',
  katerina: 'ekaterina',
  olena: 'elena',
  pavlo: 'pavel',
  petro: 'petr',
  dmitro: 'dmitri',
};

/** How languages and agencies spell one sound, in the order in which the rules are applied. */
const SPELLINGS: readonly [RegExp, string][] = [
  [/yan\b/g, 'ian'],
  [/(?:ey|ei|ij|iy|ii|yi|yy|y|j)\b/g, 'i'],
  [/[yj]/g, 'i'],
  [/kh/g, 'h'],
  [/\biev/g, 'ev'],
  [/ks/g, 'x'],
  [/ck/g, 'k'],
  [/ph/g, 'f'],
  [/ou/g, 'u'],
  [/w/g, 'v'],
  [/c(?=[aou])/g, 'k'],
  [/alexand/g, 'aleksand'],
  [/(\p{L})\1/gu, '$1'],
];

/** A name in a spelling that its variants share: "Sergey Lavrov" and "Sergei Lavrov", "Pashinyan" and "Pashinian". */
export function spellingKey(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/,? (?:jr|sr|ii|iii|iv)\.?$/, '')
    .replace(/[.’']/g, '');
  const [first = '', ...others] = SPELLINGS.reduce((text, [pattern, by]) => text.replace(pattern, by), plain).split(
    /[\s-]+/,
  );
  return [PAIRS[first] ?? first, ...others].join(' ');
}

/** Whether two spelling keys may be of one person: the same words, or a first name and its initial. */
export function mayBeOne(a: string, b: string): boolean {
  if (a === b) return true;
  const [x, y] = [a.split(' '), b.split(' ')];
  const [first = '', other = ''] = [x[0], y[0]];
  const isInitial = first.length === 1 || other.length === 1;
  return x.length > 1 && y.length > 1 && x.at(-1) === y.at(-1) && isInitial && initialOf(first) === initialOf(other);
}

const initialOf = (name: string): string => name.charAt(0).replace('c', 'k');
