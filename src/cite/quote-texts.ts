import { type Cited, type Quotation, speakerOf } from './cited.ts';
import { familyName, nameParts } from '../base/person-names.ts';
import { MONTHS } from '../base/day.ts';
import { formatDay } from '../text/dates.ts';
import { standingAlone, withoutMarks } from '../text/shown-words.ts';
import { rich, t } from '../words/words.ts';
import { dayParts } from './runs.ts';

/** A form in which a statement can be copied as text. */
export interface QuoteText {
  name: 'quote.asText' | 'quote.asMarkdown' | 'quote.asWikitext';
  write: (cited: Cited, quotation: Quotation) => string;
}

/** The forms of a statement with its attribution: plain text, Markdown and Wikipedia's wikitext. */
export const QUOTE_TEXTS: readonly QuoteText[] = [
  { name: 'quote.asText', write: asPlainText },
  { name: 'quote.asMarkdown', write: asMarkdown },
  { name: 'quote.asWikitext', write: asWikitext },
];

/** `“Come tomorrow.” — Ines Farrow, Harbour Engineer, said 31 March 2016; in “Lights”, The Wick, 1 April 2016. https://…` */
export function asPlainText(cited: Cited, quotation: Quotation): string {
  return t('quote.line', {
    words: quotation.words,
    speaker: attribution(quotation),
    title: titleOf(cited),
    source: sourceOf(cited),
    address: cited.address,
  });
}

function asMarkdown(cited: Cited, quotation: Quotation): string {
  const words = standingAlone(quotation.words)
    .split('\n\n')
    .map((paragraph) => `> ${markdown(paragraph)}`);
  const source = sourceLine(cited, quotation, titleOf(cited)).map(({ element, text }) =>
    element === 'title' ? `[${markdown(text)}](${cited.address})` : markdown(text),
  );
  return `${words.join('\n>\n')}\n>\n> ${source.join('')}`;
}

/** Wikipedia's template for news (Template:Cite news), the quoted words in `quote`, which it shows in marks. */
function asWikitext(cited: Cited, quotation: Quotation): string {
  const { authors, title, outlet, archive, published, address, language } = cited;
  const names = authors.flatMap((author, index): [string, string][] => {
    const parts = nameParts(author);
    if ('literal' in parts) return [[`author${index + 1}`, parts.literal]];
    return [
      [`last${index + 1}`, familyName(parts)],
      [`first${index + 1}`, [parts.given, parts.suffix].filter(Boolean).join(', ')],
    ];
  });
  const fields: [string, string][] = [
    ...names,
    ['title', title],
    ...(outlet ? ([['work', outlet]] as [string, string][]) : []),
    ['date', shownDay(published)],
    ['url', address],
    ['via', archive],
    ['language', language],
    ['quote', withoutMarks(quotation.words)],
  ];
  return `{{cite news ${fields.map(([name, value]) => `|${name}=${name === 'url' ? value : wikitext(value)}`).join(' ')}}}`;
}

/** `Ines Farrow, Harbour Engineer, said 31 March 2016 (in translation)` */
function attribution(quotation: Quotation): string {
  const { role, said, isTranslated, isQuoted } = quotation;
  const parts = [
    speakerOf(quotation),
    role,
    said && t('quote.said', { day: said }),
    !isQuoted && t('quote.asReported'),
  ];
  const speaker = parts.filter(Boolean).join(', ');
  return isTranslated ? t('quote.inTranslation', { speaker }) : speaker;
}

/** The outlet or, if none is recorded, the archive, and the day of publication. */
const sourceOf = ({ outlet, archive, published }: Cited): string => `${outlet ?? archive}, ${formatDay(published)}`;

/** `— Ines Farrow, Harbour Engineer; in Lights, The Wick, 1 April 2016`, in parts of which one is the title. */
export const sourceLine = (cited: Cited, quotation: Quotation, title: string) =>
  rich('quote.source', { speaker: attribution(quotation), title, source: sourceOf(cited) });

const titleOf = ({ title, isTitleSupplied }: Cited): string => (isTitleSupplied ? title : `“${title}”`);

/** A day as the template wants it, in English. */
function shownDay(day: string): string {
  const { year, month, date } = dayParts(day, MONTHS);
  return `${date} ${month} ${year}`;
}

/** Escapes a text for Markdown: every mark that could have a meaning there (CommonMark 2.4). */
const markdown = (text: string): string =>
  text.replaceAll(/[!-/:-@[-`{-~]/g, (mark) => (PLAIN.has(mark) ? mark : `\\${mark}`));

/** Marks that have no meaning within a paragraph of Markdown. */
const PLAIN = new Set([',', '"', "'", '/', '?', ';', '%']);

/**
 * Escapes a text for wikitext: what could begin a link, a template, a tag, a signature or emphasis becomes an entity.
 */
function wikitext(text: string): string {
  const flat = text.replaceAll(/\s+/g, ' ');
  return flat.replaceAll(/[&<>[\]{}|~'=_#*:;]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
