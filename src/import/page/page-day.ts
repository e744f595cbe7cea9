import type { Day } from '../../base/day.ts';
import { firstDay, readDateLine, timestampDay } from '../words/days.ts';
import { all, clean, MOST_ELEMENTS, shortLines } from './elements.ts';
import { META, valuesOf } from './page-meta.ts';

/** Elements that show the day, in the order of trust. */
const DATES =
  'time[pubdate], time[itemprop~="datePublished"], [itemprop~="datePublished"], article time[datetime], header time[datetime], time[datetime], .date, .published, .dateline, .timestamp, [class*="publish" i], [class*="date" i], [class*="timestamp" i], [class*="byline" i], [id*="date" i], time';

/** The most words that such a line has besides the day: a name, `in News`. */
const MOST_BESIDE = 6;

/** The day of publication: from the metadata, from the attributes of elements, from their words, or from the address. */
export function dayOfPage(
  document: Document,
  published: string | undefined,
  meta: ReadonlyMap<string, string[]>,
  source: string | undefined,
): Day | undefined {
  const told = [published, ...valuesOf(meta, META.day)].map((text) => timestampDay(text ?? ''));
  const inMeta = told.find((day) => day !== null);
  if (inMeta) return inMeta;
  for (const element of all(document, DATES).slice(0, MOST_ELEMENTS)) {
    const given = timestampDay(element.getAttribute('datetime') ?? element.getAttribute('content') ?? '');
    if (given) return given;
    const text = clean(element.textContent);
    const line = text.length < 300 ? readDateLine(text) : null;
    if (line?.found.day) return line.found.day;
  }
  return dayOfAddress(source ?? '') ?? shownDay(document) ?? undefined;
}

/** The day in the path of an address: `/2019/11/18/`, `/2019/nov/18/`, `-20191118`. */
function dayOfAddress(address: string): Day | null {
  const path = URL.parse(address)?.pathname ?? '';
  const [, year, month, day] = /\/((?:19|20)\d\d)\/([a-z]{3,9})\/(\d{1,2})(?=\/|$)/i.exec(path) ?? [];
  return firstDay(month ? `${day} ${month} ${year}` : path);
}

/** The first line of a page that is a day and not much else. */
function shownDay(document: Document): Day | null {
  for (const text of shortLines(document)) {
    const line = readDateLine(text);
    if (line?.found.day && line.rest.split(' ').length <= MOST_BESIDE) return line.found.day;
  }
  return null;
}
