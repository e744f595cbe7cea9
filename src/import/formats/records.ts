import { parse as parseCsv } from 'csv-parse/sync';
import { ImportProblem, type Item, type Refused } from '../item.ts';
import { factsOf, type FieldMap, guessFields, isRecord, textsOf, valueAt } from './fields.ts';
import { withoutBrackets } from './shortcodes.ts';
import { paragraphsOfHtml } from './wordpress-text.ts';

/** Names under which JSON has a list of articles. */
const LISTS = ['articles', 'items', 'posts', 'entries', 'stories', 'results', 'data', 'documents', 'docs', 'records'];

/** Whether a text is HTML. */
const HTML = /<\/?(?:p|div|br|a|h[1-6]|ul|ol|li|blockquote|em|strong|b|i|span|figure|img)\b[^<>]*>/i;

/** The items of records, and which of their names has which field. */
export interface ReadRecords {
  map: FieldMap;
  items: Iterable<Item | Refused>;
}

/**
 * Reads the articles of a CSV file.
 *
 * @param given which columns have which fields; the others are guessed by their names
 * @throws ImportProblem if it is not a table with a column for the text
 */
export function readCsv(text: string, given: FieldMap): ReadRecords {
  const [head = ''] = text.split(/\r\n|\r|\n/, 1);
  const delimiter = [',', ';', '\t', '|'].toSorted((a, b) => head.split(b).length - head.split(a).length)[0] ?? ',';
  let rows: { record: Record<string, string>; info: { lines: number } }[];
  try {
    rows = parseCsv(text, {
      columns: true,
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      delimiter,
      trim: true,
    }) as unknown as typeof rows;
  } catch (error) {
    throw new ImportProblem(
      'bad table',
      `The table cannot be read: ${(error as Error).message}. Save it again as CSV in UTF-8.`,
    );
  }
  const names = Object.keys(rows[0]?.record ?? {});
  return itemsOf(
    rows.map(({ record }, place) => [record, `line ${(rows[place - 1]?.info.lines ?? 1) + 1}`]),
    names,
    'CSV',
    given,
  );
}

/** Reads the articles of a JSON file: a list, an object with a list, or one object. */
export function readJson(text: string, given: FieldMap): ReadRecords {
  const value = parseJson(text, '');
  const list = isRecord(value) ? (LISTS.map((name) => value[name]).find(Array.isArray) ?? [value]) : value;
  return ofObjects(Array.isArray(list) ? list.map((one, place) => [one, `entry ${place + 1}`]) : [], 'JSON', given);
}

/** Reads the articles of a file with an object of JSON on each line. */
export function readNdjson(text: string, given: FieldMap): ReadRecords {
  const lines = text.split(/\r\n|\r|\n/).map((line, place) => [line, place + 1] as const);
  const filled = lines.filter(([line]) => line.trim() !== '');
  return ofObjects(
    filled.map(([line, number]) => [attempt(() => parseJson(line, ` of line ${number}`)), `line ${number}`]),
    'NDJSON',
    given,
  );
}

function parseJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch (error) {
    throw new ImportProblem('bad JSON', `The JSON${where} cannot be read: ${(error as Error).message}.`);
  }
}

function attempt(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    return error;
  }
}

function ofObjects(values: readonly [unknown, string][], format: string, given: FieldMap): ReadRecords {
  const names = new Set(values.flatMap(([value]) => (isRecord(value) ? Object.keys(value) : [])));
  return itemsOf(values, [...names], format, given);
}

function itemsOf(
  values: readonly (readonly [unknown, string])[],
  names: readonly string[],
  format: string,
  given: FieldMap,
): ReadRecords {
  const map = guessFields(names, given);
  if (values.length === 0)
    throw new ImportProblem(
      'no articles',
      `There are no articles in it. Expected is a list of objects, or a table with a line for each article.`,
    );
  if (map.body === undefined) {
    throw new ImportProblem(
      'no text column',
      `Which part has the text of an article is not clear; there are: ${names.map((name) => `\`${name}\``).join(', ')}. Name it with \`--map body=${names[0] ?? 'text'}\`.`,
    );
  }
  const { body } = map;
  return { map, items: values.map(([value, place]) => itemOf(value, place, format, map, body)) };
}

function itemOf(value: unknown, place: string, format: string, map: FieldMap, bodyName: string): Item | Refused {
  if (value instanceof ImportProblem) return { place, reason: value.reason, problem: value.message };
  if (!isRecord(value)) return { place, reason: 'no article', problem: 'This entry is not an object with fields.' };
  const content = textsOf(valueAt(value, bodyName)).join('\n\n');
  if (content === '') return { place, reason: 'no text', problem: `The field \`${bodyName}\` is empty.` };
  const warnings: string[] = [];
  const facts = factsOf(value, map);
  if (HTML.test(content)) {
    const html = paragraphsOfHtml(withoutBrackets(content, warnings));
    return { place, format, ...facts, body: { kind: 'html', html, base: facts.source ?? null }, warnings };
  }
  const paragraphs = content.split(/\n\s*\n/).length > 1 ? content.split(/\n\s*\n/) : content.split('\n');
  return {
    place,
    format,
    ...facts,
    body: { kind: 'paragraphs', paragraphs: paragraphs.map((text) => text.trim()).filter(Boolean) },
    warnings,
  };
}
