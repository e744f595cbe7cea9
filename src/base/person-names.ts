/** A person or an organisation that writes or speaks. */
export interface Author {
  name: string;
  kind: 'person' | 'organisation';
}

/** A name split into its parts; `literal` if it has none (an organisation, a single name). */
export type NameParts =
  | { literal: string }
  | { given: string; /** Such as "van der". */ particle: string; family: string; /** Such as "Jr." */ suffix: string };

/** Suffixes that follow a name. */
const SUFFIX = /^(?:[JS]r\.?|I{2,3}|IV|Ph\.?D\.?|M\.?D\.?|Esq\.?)$/;

/**
 * Splits a name: `Anna van der Berg, Jr.`, or inverted, `van der Berg, Anna`, which editors write if the family name is
 * not obvious. Lower-case words before the family name belong to it, as in BibTeX.
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

/** The family name with its particle; the whole name if it has no parts. */
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

/** The name under which a list has somebody: the family name first, what is in brackets last: `Quill, Ada (captain)`. */
export function listedName({ name, kind }: Author): string {
  const [, plain = name, addition = ''] = /^(.*?)(\s*\([^()]*\))?$/.exec(name) ?? [];
  return invertedName(nameParts({ name: plain, kind })) + addition;
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

/** Whether a word is a particle. Spanish `y` and Portuguese `e` are not: they join two family names. */
const isLower = (word: string): boolean => /^\p{Ll}/u.test(word) && !/^[ye]$/.test(word);
