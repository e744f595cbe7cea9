import type { Stats } from 'node:fs';
import type { IncomingHttpHeaders, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { lookup } from 'mrmime';
import { type ByteRange, readRange } from './byte-range.ts';
import type { Opened } from './open-in-folder.ts';

/** A page may have been rebuilt: browsers cache it, but ask each time whether it is unchanged. */
const ASK_AGAIN = { 'Cache-Control': 'no-cache' };

/**
 * Answers with a file, with the requested range of it, or with "not modified" if the client's copy is current.
 *
 * @param path determines the type of the file
 */
export async function sendFile(response: ServerResponse, opened: Opened, path: string): Promise<void> {
  const { method, headers: asked } = response.req;
  const { size } = opened.stats;
  const headers = { ...validators(opened.stats), ...ASK_AGAIN, 'Accept-Ranges': 'bytes' };
  if (isUnchanged(asked, opened.stats)) {
    response.writeHead(304, headers).end();
    return;
  }
  // Ranges are defined only for GET; and `If-Range` needs a strong validator, which size and time are not.
  const isRanged = method === 'GET' && asked.range !== undefined && asked['if-range'] === undefined;
  const range = isRanged ? readRange(asked.range ?? '', size) : 'whole';
  if (range === 'unsatisfiable') {
    sendText(response, 416, `This file has ${size} bytes.`, { 'Content-Range': `bytes */${size}` });
    return;
  }
  const typed = { ...headers, 'Content-Type': contentType(path) };
  if (range === 'whole') {
    await sendBytes(response, opened, whole(size), 200, typed);
  } else {
    const contentRange = `bytes ${range.start}-${range.end}/${size}`;
    await sendBytes(response, opened, range, 206, { ...typed, 'Content-Range': contentRange });
  }
}

/** Answers with the "not found" page. */
export async function sendNotFound(response: ServerResponse, page: Opened): Promise<void> {
  await sendBytes(response, page, whole(page.stats.size), 404, { ...ASK_AGAIN, 'Content-Type': contentType('.html') });
}

/** Answers with a sentence. */
export function sendText(
  response: ServerResponse,
  status: number,
  text: string,
  headers: OutgoingHttpHeaders = {},
): void {
  const body = `${text}\n`;
  response
    .writeHead(status, {
      ...headers,
      ...ASK_AGAIN,
      'Content-Type': contentType('.txt'),
      'Content-Length': Buffer.byteLength(body),
    })
    .end(body);
}

/** Sends the bytes of one open file; if the client goes away or the file gets shorter, the connection is broken. */
async function sendBytes(
  response: ServerResponse,
  { handle }: Opened,
  { start, end }: ByteRange,
  status: number,
  headers: OutgoingHttpHeaders,
): Promise<void> {
  const length = end - start + 1;
  response.writeHead(status, { ...headers, 'Content-Length': length });
  if (response.req.method === 'HEAD' || length === 0) {
    response.end();
    return;
  }
  const bytes = handle.createReadStream({ start, end });
  await pipeline(bytes, response);
  if (bytes.bytesRead < length) throw new Error('The file got shorter while it was being sent.');
}

/** The range of a whole file; for an empty file it ends before it begins. */
const whole = (size: number): ByteRange => ({ start: 0, end: size - 1 });

/** Text is UTF-8 throughout the site. */
function contentType(path: string): string {
  const type = lookup(path) ?? 'application/octet-stream';
  return type.startsWith('text/') ? `${type}; charset=utf-8` : type;
}

function validators({ size, mtimeMs, mtime }: Stats): { ETag: string; 'Last-Modified': string } {
  return { ETag: `W/"${size}-${mtimeMs}"`, 'Last-Modified': mtime.toUTCString() };
}

/** Whether the client already has this file (RFC 9110, section 13.2.2): tags take precedence over dates. */
function isUnchanged(asked: IncomingHttpHeaders, stats: Stats): boolean {
  const { ETag, 'Last-Modified': modified } = validators(stats);
  const tags = asked['if-none-match'];
  if (tags === undefined) return Date.parse(asked['if-modified-since'] ?? '') >= Date.parse(modified);
  return tags.trim() === '*' || tags.split(',').some((tag) => tag.trim().replace(/^(?!W\/)/, 'W/') === ETag);
}
