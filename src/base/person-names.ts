/** Somebody who writes or speaks, by name. */
export interface Author {
  name: string;
  kind: 'person' | 'organisation';
}

/** A name taken apart; `literal` where it has no parts (an organisation, a single name). */
export type NameParts =
  | { literal: string }
  | { given: string; /** Such as "van der". */ particle: string; family: string; /** Such as "Jr." */ suffix: string };

/** What follows a name and is not part of it. */
const SUFFIX = /^(?:[JS]r\.?|I{2,3}|IV|Ph\.?D\.?|M\.?D\.?|Esq\.?)$/;

/**
 * Takes a name apart: `Anna van der Berg, Jr.`, or `van der Berg, Anna` as an editor writes one whose family name could
 * be mistaken. Lower-case words before the family name belong to it, as BibTeX reads names.
 */
export function nameParts({ name, kind }: Author): NameParts {
  if (kind === 'organisation') return { literal: name };
  const parts = name.split(/,\s*/);
  const suffix = parts.length > 1 && SUFFIX.test(parts.at(-1) ?? '') ? (parts.pop() ?? '') : '';
  const [first = '', inverted] = parts;
  if (parts.length > 2) return { literal: name };
  if (inverted !== undefined) return { given: inverted, ...splitParticle(first.split(/\s+/)), suffix };

  const words = first.split(/\s+/);
  const bare = words.length > 2 && SUFFIX.test(words.at(-1) ?? '') ? words.pop() : undefined;
  if (words.length < 2) return { literal: name };
  const lower = words.findIndex((word, index) => index > 0 && index < words.length - 1 && isLower(word));
  // "Ortega y Gasset" is one family name.
  const joined = words.findIndex((word, index) => index > 1 && index < words.length - 1 && /^[ye]$/.test(word)) - 1;
  const from = lower >= 0 ? lower : joined > 0 ? joined : words.length - 1;
  return { given: words.slice(0, from).join(' '), ...splitParticle(words.slice(from)), suffix: bare ?? suffix };
}

/** The family name with what belongs before it; the whole name where it has no parts. */
export function familyName(parts: NameParts): string {
  return 'literal' in parts ? parts.literal : [parts.particle, parts.family].filter(Boolean).join(' ');
}

/** `Anna van der Berg, Jr.` */
export function fullName(parts: NameParts): string {
  if ('literal' in parts) return parts.literal;
  const name = [parts.given, familyName(parts)].filter(Boolean).join(' ');
  return parts.suffix ? `${name}, ${parts.suffix}` : name;
}

/** `van der Berg, Anna, Jr.` */
export function invertedName(parts: NameParts): string {
  return 'literal' in parts ? parts.literal : [familyName(parts), parts.given, parts.suffix].filter(Boolean).join(', ');
}

/** `Anna Maria` -> `A. M.`, `Jean-Luc` -> `J.-L.` */
export function initials(given: string): string {
  return given
    .split(/\s+/)
    .map((word) =>
      word
        .split('-')
        .flatMap((part) => /\p{L}/u.exec(part)?.[0].toUpperCase() ?? [])
        .map((letter) => `${letter}.`)
        .join('-'),
    )
    .filter(Boolean)
    .join(' ');
}

function splitParticle(words: readonly string[]): { particle: string; family: string } {
  const from = words.findIndex((word) => !isLower(word));
  const at = from < 0 ? words.length - 1 : from;
  return { particle: words.slice(0, at).join(' '), family: words.slice(at).join(' ') };
}

/** A word that belongs before the family name; Spanish `y` and Portuguese `e` stand within it. */
const isLower = (word: string): boolean => /^\p{Ll}/u.test(word) && !/^[ye]$/.test(word);
