import { type Token, tokenAt } from '../grammar/tokens.ts';
import { BODY_NOUNS, CUE_VERBS, NOT_PEOPLE, PERSON_NOUNS, TITLES } from '../grammar/words.ts';
import { countryNamed } from './countries.ts';
import { isGivenName } from './gender.ts';
import { isPersonNoun, isPlural } from './roles.ts';
import type { Vocabulary } from './vocabulary.ts';

const PARTICLE = /^(?:de|van|von|der|la|bin|al|el|di|da|dos|le|du|den|ter|ten|ibn|abu|del|della)$/;
/** Titles that are part of the name by which everybody knows somebody: "Pope Francis". */
const OF_REIGN = /^(?:pope|king|queen|prince|princess|emperor|sultan|saint)$/;
const COMPOUND_TITLE = /-(?:general|elect|designate)$|^(?:vice|ex|co|deputy)-/;
const COMPANY =
  /^(?:inc|corp|corporation|ltd|plc|llc|llp|gmbh|co|airlines|airways|motors|industries|systems|holdings|partners|ag|sa)$/;
const CAMEL = /\p{Ll}\p{Lu}|\p{L}\.\p{Ll}|\p{N}/u;
const PREFIXED = /^(?:Mc|Mac|De|Del|Des|Di|Dos|Du|La|Le|Van|Vande|Vander|Von|Fitz|O['’])\p{Lu}/u;
const ADJECTIVE =
  /-(?:area|backed|based|born|educated|era|led|owned|run|style|trained|wide|winner|\p{Ll}+ing|\p{Ll}+ed)$/u;
/** An abbreviation or a surname in capitals. */
export const CAPITALS = /^\p{Lu}{2,}$/u;

/** "White House-era" is an adjective, "Hau-yip" is a name. */
export const isNamePart = ({ kind, isCapital, lower, text }: Token): boolean =>
  kind === 'word' && (isCapital || PARTICLE.test(lower)) && !(isCapital && ADJECTIVE.test(text));

const isTitle = ({ lower }: Token): boolean =>
  TITLES.has(lower) || isPersonNoun(lower) || isPlural(lower) || COMPOUND_TITLE.test(lower);

/** Where the name begins in a run of capitalised words, after titles, roles, nationalities and the like. */
export function nameStart(run: readonly Token[], vocabulary: Vocabulary): number {
  const last = run.length - 1;
  if (BODY_NOUNS.has(tokenAt(run, last).lower)) return 0;
  let at = 0;
  const title = run.findLastIndex((word, index) => index < last && isTitle(word));
  const isGiven = title === 0 && last === 1 && isGivenName(tokenAt(run, 0).lower);
  if (title >= 0 && !isGiven) at = title + 1;
  const isReign = at === last && at > 0 && OF_REIGN.test(tokenAt(run, at - 1).lower);
  if (isReign) return at - 1;
  if (isBody(run.slice(at))) return at;
  // "Soviet", "Former", "Commuter": words before a name that are not in it.
  const isBefore = ({ lower }: Token): boolean =>
    countryNamed(lower) !== undefined || /^(?:the|an?|former|acting|then|new|deputy)$/.test(lower);
  while (at < last && isBefore(tokenAt(run, at)) && !isGivenName(tokenAt(run, at).lower)) at++;
  if (isGivenName(tokenAt(run, at).lower)) return at;
  const given = run.findIndex((word, index) => index > at && index < last && isGivenName(word.lower));
  if (given > at) return given;
  const { lower } = tokenAt(run, at);
  return at === last - 1 && vocabulary.isCommon(lower) && !PARTICLE.test(lower) ? last : at;
}

/** Whether a run is a title without a name: "Secretary" in "Secretary of State". */
export function isTitleOnly(core: readonly Token[]): boolean {
  const { lower } = tokenAt(core, core.length - 1);
  if (!PERSON_NOUNS.has(lower) && !isPersonNoun(lower) && !COMPOUND_TITLE.test(lower)) return false;
  // "Ada King": after a first name it is a surname.
  return !(core.length > 1 && isGivenName(tokenAt(core, 0).lower));
}

/** Whether a single capitalised word only begins its sentence. */
export function isCommonWord(
  core: readonly Token[],
  before: number,
  { isCommon, isCapitalInside }: Vocabulary,
): boolean {
  const { text, lower } = tokenAt(core, 0);
  if (isGivenName(lower) || before > 0) return false;
  return countryNamed(text)?.naming === 'adjective' || isPlural(lower) || (isCommon(lower) && !isCapitalInside(text));
}

/** Whether capitalised words name a body or a place rather than a person. */
export function isBody(core: readonly Token[]): boolean {
  const last = tokenAt(core, core.length - 1);
  const [lead] = core;
  if (!lead) return false;
  const single = last.lower.replace(/s$/, '');
  if (BODY_NOUNS.has(last.lower) || BODY_NOUNS.has(single) || COMPANY.test(last.lower)) return true;
  if (countryNamed(core.map(({ text }) => text).join(' ')) && !isGivenName(lead.lower)) return true;
  if (isGivenName(lead.lower) && core.length > 1) return false;
  if (core.some(({ text }) => CAMEL.test(text) && !PREFIXED.test(text))) return true;
  if (NOT_PEOPLE.has(last.lower)) return true;
  if (core.length === 1) return CAPITALS.test(last.text);
  return core.length === 2 && countryNamed(lead.lower)?.naming === 'name';
}

/** A particle, or the base form of a verb: "Brand", "Price". */
export const mayBeSurname = ({ lower }: Token): boolean =>
  PARTICLE.test(lower) || CUE_VERBS.get(lower)?.lemma === lower;

/** What belongs to the name of a body after its head: "of Economic and Social Research". */
export function complementOf(rest: readonly Token[]): Token[] {
  let to = 0;
  for (let at = 0; at < rest.length;) {
    const { lower } = tokenAt(rest, at);
    const isTie = /^(?:of|for)$/.test(lower) || (to > 0 && /^(?:and|&|on)$/.test(lower));
    let next = at + 1;
    if (tokenAt(rest, next).lower === 'the') next++;
    if (!isTie || !tokenAt(rest, next).isCapital) break;
    while (tokenAt(rest, next).isCapital) next++;
    at = to = next;
  }
  return rest.slice(0, to);
}
