import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Day } from '../base/day.ts';
import { decode } from './files/decode.ts';
import { headOf, type SourceFile } from './files/find-files.ts';
import { type Format, FORMATS, recognise } from './files/recognise.ts';
import { readFeed } from './formats/feeds.ts';
import type { FieldMap } from './formats/fields.ts';
import { readMarkdown } from './formats/markdown.ts';
import { readNewsml } from './formats/newsml.ts';
import { readNinjs } from './formats/ninjs.ts';
import { readText } from './formats/plain-text.ts';
import { readCsv, readJson, readNdjson, type ReadRecords } from './formats/records.ts';
import { readWarc } from './formats/warc.ts';
import { readWxr } from './formats/wxr.ts';
import { ImportProblem, isRefused, type Item, type Refused } from './item.ts';
import type { ImportOptions } from './options.ts';
import { readPage } from './page/read-page.ts';

/** The largest file that is read at once, in bytes; those of WordPress and WARC are read part by part. */
const LARGEST = 2 ** 28;

/** Formats of which one file can have many articles; the others have one. */
const MANY = new Set<Format>(['feed', 'wxr', 'newsml', 'nitf', 'ninjs', 'json', 'ndjson', 'csv', 'warc']);

/** A file as it was recognised. */
export interface Recognised {
  format: Format;
  hasMany: boolean;
}

/** A page inside another file, which is still to be read. */
export interface PageInside {
  place: string;
  html: string;
  address: string;
  archived: Day | undefined;
}

/** What a file is made of, and in which encoding it was. */
export interface ReadFile {
  encoding: string;
  items: AsyncIterable<Item | Refused | PageInside>;
  /** Which names of its records have which fields, if it has records. */
  map?: FieldMap | undefined;
}

/** Recognises a file by its beginning. @throws ImportProblem */
export function recogniseFile({ path, name }: SourceFile, encoding: string | undefined): Recognised {
  const head = headOf(path);
  const format = recognise(head, decodeFile(head, encoding).text, name);
  return { format, hasMany: MANY.has(format) };
}

/** Reads the article of a file that has one. @throws ImportProblem */
export async function readSingle(
  { path, name }: SourceFile,
  format: Format,
  options: ImportOptions,
): Promise<{ item: Item; encoding: string; sha256: string }> {
  const bytes = await readFile(path);
  if (bytes.length > LARGEST)
    throw new ImportProblem('too large', 'The file is larger than 256 MB, too large for one article.');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (format === 'docx') return { item: await readDocx(bytes, name, options), encoding: '', sha256 };
  const { text, encoding, isGuessed } = decodeFile(bytes, options.encoding);
  const item = itemOf(text, name, format, options);
  if (isGuessed)
    item.warnings.push(
      `The encoding is not declared; it was read as ${encoding}. If letters are wrong, name it with \`--encoding\`.`,
    );
  return { item, encoding, sha256 };
}

function itemOf(text: string, name: string, format: Format, { isDatedByName, drop }: ImportOptions): Item {
  if (format === 'html') return readPage(text, undefined, drop);
  return format === 'markdown' ? readMarkdown(text, name) : readText(text, name, isDatedByName);
}

/** Reads a Word document: its words, without its looks. */
async function readDocx(bytes: Buffer, name: string, { isDatedByName }: ImportOptions): Promise<Item> {
  const { default: mammoth } = await import('mammoth');
  let text: string;
  try {
    ({ value: text } = await mammoth.extractRawText({ buffer: bytes }));
  } catch (error) {
    throw new ImportProblem(
      'damaged document',
      `The document cannot be read: ${(error as Error).message}. Save it again as .docx.`,
    );
  }
  if (text.trim() === '') throw new ImportProblem('no text', 'The document has no text.');
  return readText(text, name, isDatedByName, FORMATS.docx);
}

/** Opens a file that can have many articles. @throws ImportProblem, perhaps only when its items are read */
export function openMany({ path }: SourceFile, format: Format, options: ImportOptions, today: Day): ReadFile {
  if (format === 'warc') return { encoding: '', items: pagesOf(path) };
  const { encoding } = decodeFile(headOf(path), options.encoding);
  if (format === 'wxr') return { encoding, items: readWxr(partsOf(path, encoding), options.posts) };
  const { text } = decodeFile(readFileSync(path), options.encoding);
  const records = recordsOf(text, format, options.map);
  if (records) return { encoding, items: each(records.items), map: records.map };
  if (format === 'feed') return { encoding, items: each(readFeed(text)) };
  return { encoding, items: each(format === 'ninjs' ? readNinjs(text, today) : readNewsml(text, today)) };
}

function recordsOf(text: string, format: Format, map: FieldMap): ReadRecords | null {
  if (format === 'csv') return readCsv(text, map);
  if (format === 'json') return readJson(text, map);
  return format === 'ndjson' ? readNdjson(text, map) : null;
}

async function* pagesOf(path: string): AsyncGenerator<PageInside> {
  for await (const { html, address, captured } of readWarc(path))
    yield { place: address, html, address, archived: captured };
}

/** Reads a page that was inside another file. @throws ImportProblem */
export function readInside({ place, html, address, archived }: PageInside, { drop }: ImportOptions): Item {
  return { ...readPage(html, address, drop), place, format: FORMATS.warc, source: address, archived };
}

// eslint-disable-next-line @typescript-eslint/require-await -- the items of other formats are read asynchronously
async function* each(items: Iterable<Item | Refused>): AsyncGenerator<Item | Refused> {
  yield* items;
}

/** The text of a file, part by part. */
async function* partsOf(path: string, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const bytes of createReadStream(path)) yield decoder.decode(bytes as Buffer, { stream: true });
  yield decoder.decode();
}

function decodeFile(bytes: Uint8Array, encoding: string | undefined): ReturnType<typeof decode> {
  try {
    return decode(bytes, encoding);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new ImportProblem(
      'bad encoding',
      `\`${encoding}\` is not a known encoding. Write one such as \`windows-1252\`, \`koi8-r\` or \`utf-16le\`.`,
    );
  }
}

export const isInside = (found: Item | Refused | PageInside): found is PageInside => 'html' in found;
export const isItem = (found: Item | Refused | PageInside): found is Item => !isInside(found) && !isRefused(found);
