import { randomBytes } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import { listenHere } from '../../site/serve/serve-folder.ts';
import { openInFolder } from '../../site/serve/open-in-folder.ts';
import { sendFile, sendText } from '../../site/serve/send.ts';
import type { Desk } from '../desk.ts';
import { answerArticles } from './articles.ts';
import { answerGroups } from './groups.ts';
import { answerPublish } from './publish.ts';
import { answerQueue } from './queue.ts';
import { answerSpeakers } from './speakers.ts';
import { type DeskRequest, readRequest, RefusedRequest } from './request.ts';

/** What the desk answers: HTML, or the address of another page. */
export type Answer = { status?: number; html: string } | { location: string };

/** What answers a request for some pages; `null` if it is not for them. */
export type Answerer = (request: DeskRequest, desk: Desk, token: string) => Promise<Answer | null> | Answer | null;

const ANSWERERS: readonly Answerer[] = [answerQueue, answerGroups, answerSpeakers, answerArticles, answerPublish];

/** No page of the desk needs anything from elsewhere, and nobody may frame it. */
const HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-store',
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/**
 * Serves the desk on this machine only, until the process ends, and returns the port.
 *
 * @param assets the folder of its scripts and styles
 */
export async function serveDesk(desk: Desk, assets: string, port: number, orAnyPort: boolean): Promise<number> {
  const token = randomBytes(24).toString('base64url');
  let own = port;
  const server = createServer((request, response) => {
    const answering = async (): Promise<void> => {
      const read = await readRequest(request, own, token);
      const { pathname } = read.url;
      if (pathname.startsWith('/assets/')) await sendAsset(response, assets, pathname.slice('/assets/'.length));
      else send(response, await answer(read, desk, token));
    };
    answering().catch((error: unknown) => {
      sendError(response, error);
    });
  });
  own = await listenHere(server, port, orAnyPort);
  return own;
}

async function answer(request: DeskRequest, desk: Desk, token: string): Promise<Answer> {
  for (const answerer of ANSWERERS) {
    const answered = await answerer(request, desk, token);
    if (answered) return answered;
  }
  throw new RefusedRequest(404, 'The desk has no page at this address.');
}

function send(response: ServerResponse, answered: Answer): void {
  if ('location' in answered) response.writeHead(303, { Location: answered.location }).end();
  else response.writeHead(answered.status ?? 200, HEADERS).end(answered.html);
}

function sendError(response: ServerResponse, error: unknown): void {
  const status = error instanceof RefusedRequest ? error.status : 500;
  const message = error instanceof Error ? error.message : String(error);
  if (status === 500) console.error(error);
  if (response.headersSent) response.destroy();
  else sendText(response, status, message);
}

async function sendAsset(response: ServerResponse, folder: string, name: string): Promise<void> {
  const opened = /^[\w.-]+$/.test(name) ? await openInFolder(folder, name) : null;
  try {
    if (opened?.stats.isFile()) await sendFile(response, opened, name);
    else sendText(response, 404, 'There is no such file.');
  } finally {
    await opened?.handle.close();
  }
}
