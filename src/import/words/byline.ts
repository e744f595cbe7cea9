import type { Author } from '../../content/article-file.ts';

/** What a line that names authors begins with. */
const BY =
  /^(?:(?:written|story|text|report(?:ed|ing)?|article|words|posted)\s+)?(?:by|von|par|por|di|door|af|av|автор(?:ы)?|текст|հեղինակ(?:ներ)?|byline|authors?)\s*[:։՝]?\s+/iu;

/** What marks the parts of a byline off from one another. */
const PARTS = /\s*[|•·;\n\t]\s*|\s+[-–—/]\s+|\s{3,}/u;

/** What stands between two names. */
const BETWEEN = /\s*,\s*(?:(?:and|und|et|y|e|и|և|եւ|&)\s+)?|\s+(?:and|und|et|y|и|և|եւ|&|with)\s+/iu;

const CONTACT = /\(?\s*(?:https?:\/\/\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<!\S)@\w+)\s*\)?/giu;

/** Words of what somebody is, which no name has. */
const ROLE =
  /(?<!\p{L})(?:reporters?|correspondents?|writers?|editors?|staff|contributors?|contributing|columnists?|bureau|photographers?|producers?|journalists?|analysts?|special|intern|freelance|guest|desk|team|newsroom|chief|senior|associate|director|professor|fellow|author|critic|host|корреспондент|редактор|թղթակից)(?!\p{L})/iu;

/** News agencies, and the words by which the name of a newsroom ends. */
const AGENCY =
  /^(?:the\s+)?(?:ap|afp|upi|dpa|efe|ansa|tass|pa|ani|pti|reuters|bloomberg|interfax|xinhua|armenpress|associated press|agence france-presse|press association)$|(?<!\p{L})(?:news|press|agency|times|post|tribune|herald|gazette|courier|journal|chronicle|observer|staff|service|wire|newsroom|magazine|media|online|network|editors|board|tv|radio|\w+\.(?:com|org|net|co))$/iu;

/** Words inside names that may be in lower case. */
const PARTICLES =
  /^(?:van|von|de|der|den|del|della|di|da|dos|du|la|le|el|al|bin|ibn|bint|ben|ter|ten|zu|y|e|af|av|st\.?)$/iu;

/** What is beside a name, but no part of it: a title before it, a role or a place after it. */
const AROUND_NAME = new RegExp(
  String.raw`^(?:dr|mr|mrs|ms|prof|sir)\.?\s+|(?:\s+${ROLE.source})+$|\s+in\s+\p{Lu}.*$`,
  'giu',
);

/** The desk of an agency or a station: `AP Sports`. */
const NEWSROOM = /^(?:AP|AFP|UPI|PA|CNN|BBC|NBC|CBS|ABC|NPR|RFE\/RL)\s/u;

const MOST_WORDS = 5;
const LONGEST = 60;

/** Whether a text looks like the name of a person: two to five words that begin with capitals. */
export function isName(text: string): boolean {
  const words = text.split(/\s+/);
  if (words.length < 2 || words.length > MOST_WORDS || text.length > LONGEST || ROLE.test(text)) return false;
  if (NEWSROOM.test(text)) return false;
  return words.every((word, place) =>
    place > 0 && PARTICLES.test(word) ? true : /^\p{Lu}[\p{L}\p{M}.’'-]*$/u.test(word.replace(/^[dDOolL]['’]/u, '')),
  );
}

/**
 * The authors that a byline names: `By JANE DOE and John Smith | Staff writer` -> Jane Doe, John Smith.
 *
 * @param isField whether the text is known to name authors, so that a single word counts
 */
export function readByline(text: string, isField = false): Author[] {
  const [first = '', ...others] = text.replaceAll(CONTACT, ' ').trim().replace(BY, '').replace(BY, '').split(PARTS);
  const named = authorsOf(first, isField);
  if (named.length > 0) return named;
  return others.map((part) => authorsOf(part, isField)).find(({ length }) => length > 0) ?? [];
}

/** Whether a line of a text is a byline. */
export const isByline = (line: string): boolean =>
  line.length <= 200 &&
  BY.test(line) &&
  !/[.!?]["”]?$/u.test(line.replaceAll(CONTACT, '')) &&
  readByline(line).length > 0;

function authorsOf(part: string, isField: boolean): Author[] {
  const text = part.replace(/\s*\([^)]*\)/gu, '').replace(/^[\s,.:–—-]+|[\s,:–—-]+$/gu, '');
  if (text === '' || text.length > 200) return [];
  const names = text.split(BETWEEN).map((name) => name.replace(BY, '').replace(AROUND_NAME, ''));
  const people = names.filter(isName).filter((name) => !AGENCY.test(name));
  const [family = '', given = '', ...more] = names;
  if (isField && people.length === 0 && more.length === 0 && text.includes(',') && isName(`${given} ${family}`)) {
    return [{ name: `${given} ${family}`, kind: 'person' }];
  }
  if (people.length > 0) return people.map((name) => ({ name: cased(name), kind: 'person' }));
  const [whole = text] = names;
  if (AGENCY.test(whole) && !/^(?:the\s+)?staff$/iu.test(whole))
    return [{ name: whole.replace(/[,.]$/, ''), kind: 'organisation' }];
  const isWord = names.length === 1 && /^[\p{L}\p{M}\p{N} .’'-]+$/u.test(text) && !ROLE.test(text);
  return isField && isWord ? [{ name: text, kind: 'person' }] : [];
}

/** `JANE DOE` -> `Jane Doe`; other names stay as they are. */
function cased(name: string): string {
  if (name !== name.toUpperCase() || /^[\p{Lu}.]{1,4}$/u.test(name)) return name;
  return name
    .toLowerCase()
    .replaceAll(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase())
    .replaceAll(/(?<=(?<!\p{L})(?:Mc|O['’]))\p{L}/gu, (letter) => letter.toUpperCase());
}
