import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** A request that the desk may answer. */
export interface DeskRequest {
  method: 'GET' | 'POST';
  url: URL;
  /** The fields of a form that was sent; empty for other requests. */
  form: URLSearchParams;
  /** What a script sent as JSON; `undefined` for other requests. */
  json: unknown;
}

/** Why a request is refused, and with which status. */
export class RefusedRequest extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** In bytes: more than any article has. */
const LONGEST_BODY = 20_000_000;

/**
 * Reads a request. Only pages of this desk may change anything: other hosts' names that lead to this machine are refused
 * (DNS rebinding), and so is a post without the token, which only these pages have (cross-site request forgery).
 *
 * @throws a `RefusedRequest`
 */
export async function readRequest(request: IncomingMessage, port: number, token: string): Promise<DeskRequest> {
  const { method, headers, url = '/' } = request;
  const hosts = ['localhost', '127.0.0.1', '[::1]'].map((name) => `${name}:${port}`);
  if (!hosts.includes(headers.host ?? ''))
    throw new RefusedRequest(403, `The desk answers only at http://localhost:${port}/.`);
  const parsed = new URL(url, `http://localhost:${port}`);
  if (method === 'GET' || method === 'HEAD')
    return { method: 'GET', url: parsed, form: new URLSearchParams(), json: undefined };
  if (method !== 'POST') throw new RefusedRequest(405, 'The desk answers only GET and POST.');
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    throw new RefusedRequest(403, 'This request comes from another site. Nothing was done.');
  const body = await readBody(request);
  const isForm = headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false;
  const form = new URLSearchParams(isForm ? body : '');
  const sent = isForm ? form.get('token') : headers['x-desk-token'];
  if (!isSame(typeof sent === 'string' ? sent : '', token))
    throw new RefusedRequest(403, 'This page is of a desk that was closed. Reload it. Nothing was done.');
  return { method: 'POST', url: parsed, form, json: isForm ? undefined : parseJson(body) };
}

function isSame(sent: string, token: string): boolean {
  const [a, b] = [Buffer.from(sent), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += (chunk as Buffer).length;
    if (length > LONGEST_BODY) throw new RefusedRequest(413, 'This is more than an article can have.');
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new RefusedRequest(400, 'This is not JSON.');
  }
}
