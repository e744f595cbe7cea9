import { standingAlone } from '../text/shown-words.ts';
import { type Cited, quotationNote } from './cited.ts';
import { nameParts, type NameParts } from '../base/person-names.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Characters that TeX would interpret; every other character is written as it is, in UTF-8. */
const TEX: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '%': '\\%',
  '&': '\\&',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
};

/** Marks that TeX would combine with the next one: `--` becomes a dash, `''` a quotation mark. */
const LIGATURES = /[-'`,!?](?=[-'`,])/g;

type Field = readonly [name: string, value: string];

/** Citations as BibTeX: a newspaper article, or else a page. Quoted words are the abstract, the speaker a note. */
export function toBibtex(all: readonly Cited[]): string {
  return all
    .map((cited) => {
      const [year = '', month = '', day = ''] = cited.published.split('-');
      const fields: Field[] = [
        ...(cited.outlet ? [['journal', braced(tex(cited.outlet))] as const] : []),
        ['year', braced(year)],
        ['month', MONTHS[Number(month) - 1] ?? ''],
        ['day', braced(String(Number(day)))],
        ...(cited.outlet ? [] : [['howpublished', braced(tex(cited.archive))] as const]),
      ];
      return entry(cited.outlet ? 'article' : 'misc', cited, fields);
    })
    .join('\n');
}

/** Citations as BibLaTeX, which supports newspapers, days and online pages. */
export function toBiblatex(all: readonly Cited[]): string {
  return all
    .map((cited) => {
      const langid = babelName(cited.language);
      const newspaper: Field[] = [
        ['entrysubtype', braced('newspaper')],
        ['journaltitle', braced(tex(cited.outlet ?? ''))],
      ];
      return entry(cited.outlet ? 'article' : 'online', cited, [
        ...(cited.outlet ? newspaper : [['organization', braced(tex(cited.archive))] as const]),
        ...(langid ? [['langid', braced(langid)] as const] : []),
        ['date', braced(cited.published)],
      ]);
    })
    .join('\n');
}

const NAMES = new Intl.DisplayNames('en', { type: 'language' });

/** The name of a language in the babel package, such as `russian`; `null` for a name of several words. */
function babelName(tag: string): string | null {
  const name = NAMES.of(tag.split('-')[0] ?? tag)?.toLowerCase() ?? '';
  return /^[a-z]{4,}$/.test(name) ? name : null;
}

function entry(type: string, cited: Cited, fields: readonly Field[]): string {
  const { key, title, authors, address, quotation } = cited;
  const all: Field[] = [
    ...(authors.length > 0
      ? [['author', braced(authors.map((author) => texName(nameParts(author))).join(' and '))] as const]
      : []),
    ['title', braced(braced(tex(title)))], // the second braces keep the case of the headline
    ...fields,
    ['url', braced(address)],
    ...(quotation
      ? [
          ['note', braced(tex(quotationNote(quotation)))] as const,
          ['abstract', braced(tex(standingAlone(quotation.words)))] as const,
        ]
      : []),
  ];
  const lines = all.map(([name, value]) => `  ${name} = ${value},`);
  return `@${type}{${key},\n${lines.join('\n')}\n}\n`;
}

function texName(parts: NameParts): string {
  if ('literal' in parts) return braced(tex(parts.literal));
  const { given, particle, family, suffix } = parts;
  // A bare "and" would split a name into two.
  const last = isJoined(family) ? braced(tex(family)) : tex(family);
  const written = [[tex(particle), last].filter(Boolean).join(' '), tex(suffix), tex(given)].filter(Boolean).join(', ');
  return written.replaceAll(/\band\b/gi, '{$&}');
}

/** Whether a family name contains a lower-case word, at which BibTeX would split it: `Ortega y Gasset`. */
const isJoined = (family: string): boolean => /\s\p{Ll}/u.test(family);

const braced = (text: string): string => `{${text}}`;

/** Escapes a text for TeX. Unbalanced braces are written by name, since BibTeX counts even escaped ones. */
function tex(text: string): string {
  const flat = text.replaceAll(/\s*\n\s*/g, ' ');
  const escaped = flat
    .replaceAll(/[\\{}%&$#_~^<>|]/g, (character) => TEX[character] ?? character)
    .replaceAll(LIGATURES, '$&{}');
  return isBalanced(flat)
    ? escaped
    : escaped.replaceAll('\\{', '\\textbraceleft{}').replaceAll('\\}', '\\textbraceright{}');
}

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === '{') depth++;
    if (character === '}' && --depth < 0) return false;
  }
  return depth === 0;
}
