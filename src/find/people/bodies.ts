import { BODY_NOUNS } from '../grammar/words.ts';
import { countryNamed } from './countries.ts';

/** The name of a body, taken apart so that its forms can be compared: "Russia's foreign ministry". */
export interface BodyName {
  /** Its noun: "ministry"; empty for a name without one, "Vodafone". */
  noun: string;
  /** The country, by its name in lower case. */
  country: string | null;
  /** What else it says: "foreign". */
  about: ReadonlySet<string>;
}

const EMPTY = /^(?:the|of|for|and|on|in|affairs|&|s|its|his|her|their|a|an|own|new|so-called)$/;

/** Nouns that two forms of one name may exchange. */
const SAME_NOUN: Record<string, string> = { department: 'ministry', centre: 'center', organisation: 'organization' };

export function readBodyName(words: readonly string[]): BodyName {
  const folded = words.map((word) => word.replace(/['’]s?$/, '').replace(/\.$/, ''));
  const about: string[] = [];
  let country: string | null = null;
  let noun = '';
  for (let at = 0; at < folded.length; at++) {
    const word = folded[at] ?? '';
    const pair = countryNamed(`${word} ${folded[at + 1] ?? ''}`);
    const named = pair ?? countryNamed(word);
    const lower = word.toLowerCase();
    if (pair) at++;
    if (named && named.naming !== 'seat') country ??= named.country.name.toLowerCase();
    else if (!EMPTY.test(lower)) {
      const isNoun = BODY_NOUNS.has(lower) || BODY_NOUNS.has(lower.replace(/s$/, ''));
      const isHead = isNoun && (noun === '' || !/^(?:of|for)$/.test(folded[at - 1] ?? ''));
      if (isHead && !hasTieBefore(folded, at)) {
        if (noun !== '') about.push(noun);
        noun = lower;
      } else about.push(lower);
    }
  }
  return { noun, country, about: new Set(about) };
}

const hasTieBefore = (words: readonly string[], at: number): boolean =>
  words.slice(0, at).some((word) => /^(?:of|for)$/.test(word));

/**
 * Whether two names may be of one body: the same noun, no other country, and one says nothing that the other does not.
 */
export function isSameBody(a: BodyName, b: BodyName): boolean {
  const noun = (name: BodyName): string => SAME_NOUN[name.noun] ?? name.noun;
  if (noun(a) !== noun(b)) return false;
  if (a.country && b.country && a.country !== b.country) return false;
  const [few, many] = a.about.size <= b.about.size ? [a.about, b.about] : [b.about, a.about];
  if (noun(a) === '' && few.size === 0) return a.country !== null && a.country === b.country && many.size === 0;
  return [...few].every((word) => many.has(word));
}

/** Nouns by which an article takes up a body whose name has no such noun, and what these names look like. */
const KINDS: Record<string, RegExp> = {
  airline: /(?<!\p{L})[Aa]ir(?!\p{Ll})|[Aa]ir(?:lines?|ways)|Aero/u,
  newspaper: /times|post|journal|news|tribune|herald|gazette|guardian|telegraph|mail|daily|express|star|sun/i,
  paper: /times|post|journal|news|tribune|herald|gazette|guardian|telegraph|mail|daily|express|star|sun/i,
  bank: /bank|chase|barclays|hsbc|sachs|stanley/i,
  party: /labour|conservatives|democrats|greens|likud/i,
  network: /bbc|cnn|nbc|cbs|abc|fox|sky|tv|television/i,
  institute: /institute|niesr/i,
};

/** Nouns for a business whatever its name is. */
const BUSINESS = /^(?:company|firm|group|business|retailer|carmaker|manufacturer|operator|corporation)$/;
/** Nouns for what is not a business. */
const PUBLIC =
  /^(?:ministry|department|government|committee|commission|council|court|agency|bureau|party|union|parliament|congress|senate|assembly|police|army|navy|university|school|college|cabinet|embassy|office|administration|campaign|authority|league|federation|church)$/;

/** Whether a common noun, "the airline", may take up a body with a name. */
export function mayTakeUp({ noun }: BodyName, words: readonly string[], named: BodyName): boolean {
  if (words.some((word) => /\p{N}/u.test(word))) return false;
  if (BUSINESS.test(noun)) return !PUBLIC.test(named.noun) && !(named.noun === '' && named.about.size === 0);
  return KINDS[noun]?.test(words.join(' ')) ?? false;
}
