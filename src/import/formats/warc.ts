import { createReadStream } from 'node:fs';
import { WARCParser, type WARCRecord } from 'warcio';
import type { Day } from '../../base/day.ts';
import { decode } from '../files/decode.ts';
import { ImportProblem } from '../item.ts';
import { firstDay } from '../words/days.ts';

/** A page that a crawler captured. */
export interface CapturedPage {
  html: string;
  address: string;
  captured: Day | undefined;
}

/** Larger pages, in bytes, are not articles. */
const LARGEST = 10 ** 7;

/**
 * Reads the HTML pages of a WARC file, the latest capture of each address.
 *
 * @throws ImportProblem if the file is damaged, or has no page
 */
export async function* readWarc(path: string): AsyncGenerator<CapturedPage> {
  const latest = new Map<string, { record: number; date: string }>();
  try {
    await eachPage(path, (record, address, date) => {
      if ((latest.get(address)?.date ?? '') <= date) latest.set(address, { record, date });
    });
  } catch (error) {
    throw new ImportProblem(
      'damaged WARC',
      `The WARC file cannot be read: ${(error as Error).message}. Make it again.`,
    );
  }
  if (latest.size === 0)
    throw new ImportProblem('no articles', 'The WARC file has no HTML page that was answered with success.');
  for await (const page of pagesOf(path, latest)) yield page;
}

async function* pagesOf(path: string, latest: ReadonlyMap<string, { record: number }>): AsyncGenerator<CapturedPage> {
  let number = 0;
  for await (const record of recordsOf(path)) {
    const address = record.warcTargetURI ?? '';
    if (latest.get(address)?.record !== number++) continue;
    const bytes = await record.readFully(true);
    if (bytes.length > LARGEST) continue;
    const declared = /charset=["']?([\w-]+)/i.exec(record.httpHeaders?.headers.get('content-type') ?? '')?.[1];
    yield { html: decodeSafely(bytes, declared), address, captured: firstDay(record.warcDate ?? '') ?? undefined };
  }
}

function decodeSafely(bytes: Uint8Array, declared: string | undefined): string {
  try {
    return decode(bytes, declared).text;
  } catch {
    return decode(bytes).text;
  }
}

/** The records of a file. The parser prints what it reads over, such as a wrong length, which is nothing to do about. */
async function* recordsOf(path: string): AsyncGenerator<WARCRecord> {
  const { warn } = console;
  console.warn = () => undefined;
  try {
    for await (const record of WARCParser.iterRecords(createReadStream(path))) yield record;
  } finally {
    console.warn = warn;
  }
}

/** Calls a function for the record of each page, with its number among all records. */
async function eachPage(path: string, see: (record: number, address: string, date: string) => void): Promise<void> {
  let number = 0;
  for await (const record of recordsOf(path)) {
    const own = number++;
    if (record.warcType !== 'response' && record.warcType !== 'resource') continue;
    const type = record.httpHeaders?.headers.get('content-type') ?? record.warcContentType ?? '';
    const isSuccess = record.warcType === 'resource' || record.httpHeaders?.statusCode === 200;
    const address = record.warcTargetURI ?? '';
    if (isSuccess && /html/i.test(type) && /^https?:/.test(address)) see(own, address, record.warcDate ?? '');
  }
}
