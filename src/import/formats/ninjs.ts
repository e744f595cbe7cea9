import { type Day } from '../../base/day.ts';
import { ImportProblem, type Item, type Refused } from '../item.ts';
import { readByline } from '../words/byline.ts';
import { firstDay, timestampDay } from '../words/days.ts';
import { isRecord, textsOf } from './fields.ts';
import { nitfBody } from './nitf.ts';

/** A body, or another text, of ninjs 2 and 3. */
type Lowered = Record<string, unknown>;

/**
 * Reads a news item of IPTC's ninjs, versions 1 to 3 (iptc.org/std/ninjs): their names differ in case alone.
 *
 * @param today an item that is embargoed longer becomes a draft
 */
export function readNinjs(text: string, today: Day): (Item | Refused)[] {
  let value: unknown;
  try {
    value = lowered(JSON.parse(text));
  } catch (error) {
    throw new ImportProblem('bad JSON', `The JSON cannot be read: ${(error as Error).message}.`);
  }
  const items = Array.isArray(value)
    ? value
    : isRecord(value) && Array.isArray(value['items'])
      ? value['items']
      : [value];
  return items
    .filter(isRecord)
    .map((item, place) => itemOf(item, items.length === 1 ? '' : `item ${place + 1}`, today));
}

/** The same with all names in lower case. */
function lowered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(lowered);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name.toLowerCase(), lowered(one)]));
}

function itemOf(item: Lowered, place: string, today: Day): Item | Refused {
  const text = (name: string): string | undefined => textsOf(item[name])[0];
  const type = text('type') ?? 'text';
  if (/^cancel/i.test(text('pubstatus') ?? ''))
    return { place, reason: 'canceled', problem: 'The agency canceled this item, so it is left out.' };
  const body = bodyOf(item) ?? (type === 'text' ? summaryOf(item) : null);
  if (type === 'event')
    return { place, reason: 'no article', problem: 'This item announces an event; it is not an article.' };
  if (body === null) return { place, reason: 'no text', problem: `This item (\`${type}\`) has no text of an article.` };
  const source = [text('uri'), text('link')].find((one) => /^https?:/.test(one ?? ''));
  const embargo = embargoOf(text('embargoed'), today);
  const day = timestampDay(text('firstcreated') ?? '') ?? timestampDay(text('versioncreated') ?? '');
  return {
    place,
    format: 'ninjs',
    title: mainOf(item['headlines']) ?? text('headline') ?? text('title') ?? text('name'),
    day: day ?? undefined,
    authors: [
      text('by') ?? '',
      text('byline') ?? '',
      ...textsOf(listOf(item['bylines']).map((one) => one['by'] ?? one['value'] ?? one['name'])),
    ]
      .filter(Boolean)
      .flatMap((name) => readByline(name, true)),
    outlet: text('copyrightholder') ?? textsOf(item['infosources'])[0],
    source,
    language: text('language'),
    topics: textsOf(item['subjects'] ?? item['subject']),
    rights: text('copyrightnotice'),
    ...embargo,
    body,
    warnings: [
      ...embargo.warnings,
      ...(bodyOf(item) === null ? ['The item has only a summary of this article.'] : []),
      ...(text('ednote') ? [`The agency's note to editors: ${text('ednote')}`] : []),
    ],
  };
}

/** An item that may not be published yet is a draft, with the day in a warning. */
export function embargoOf(until: string | undefined, today: Day): { draft: true | undefined; warnings: string[] } {
  const day = firstDay(until ?? '');
  if (!day || day < today) return { draft: undefined, warnings: [] };
  return {
    draft: true,
    warnings: [`It is embargoed until ${day}, so it becomes a draft. Remove \`draft: true\` then.`],
  };
}

const listOf = (value: unknown): Lowered[] => (Array.isArray(value) ? value : [value]).filter(isRecord);

function mainOf(value: unknown): string | undefined {
  const all = listOf(value);
  return textsOf((all.find(({ role }) => role === 'main') ?? all[0])?.['value'])[0];
}

/** The description of an item that has no other text. */
function summaryOf(item: Lowered): Item['body'] | null {
  const paragraphs = textsOf(listOf(item['descriptions']).map((description) => description['value']));
  return paragraphs.length > 0 ? { kind: 'paragraphs', paragraphs } : null;
}

/** The body with the most structure. */
function bodyOf(item: Lowered): Item['body'] | null {
  const bodies = [
    ...listOf(item['bodies']).map((body) => ({
      kind: `${textsOf(body['contenttype'])[0] ?? ''} ${textsOf(body['role'])[0] ?? ''}`,
      value: textsOf(body['value'])[0],
    })),
    ...['body_xhtml', 'body_html', 'body_text'].map((name) => ({ kind: name, value: textsOf(item[name])[0] })),
  ].filter(
    (body): body is { kind: string; value: string } => (body.value?.replaceAll(/<[^<>]*>/g, '').trim() ?? '') !== '',
  );
  const nitf = bodies.find(({ kind }) => /nitf/i.test(kind));
  const html = bodies.find(({ kind, value }) => /html/i.test(kind) || (!/nitf/i.test(kind) && /<p[\s>]/i.test(value)));
  if (html) return { kind: 'html', html: html.value, base: null };
  if (nitf) return { kind: 'html', html: nitfBody(nitf.value), base: null };
  const [plain] = bodies;
  if (!plain) return null;
  const paragraphs = plain.value.split(/\r?\n\s*\r?\n|\r?\n/).map((paragraph) => paragraph.trim());
  return { kind: 'paragraphs', paragraphs: paragraphs.filter((paragraph) => paragraph !== '') };
}
