import type { RequestListener, ServerResponse } from 'node:http';
import { wholeSite } from '../publish/moving.ts';
import { openInFolder } from './open-in-folder.ts';
import { requestedPath } from './requested-path.ts';
import { sendFile, sendNotFound, sendText } from './send.ts';

/**
 * Answers requests from a folder of files as static hosts do: with files and byte ranges, "not modified", `404.html`
 * for what is not found, and a redirect to the trailing slash for folders.
 *
 * A build may change the folder at any moment; requests wait while it moves files. Each answer is one whole file, old or
 * new: its length and its bytes come from one open file. No failure of a file or a client ends the process.
 *
 * @param base the path under which the site is served, without the trailing slash
 */
export function answerRequests(folder: string, base: string): RequestListener {
  return (request, response) => {
    answer(folder, base, response).catch((error: unknown) => {
      // Once the head is sent, only a broken connection tells the client that the rest is missing.
      if (response.headersSent) request.socket.destroy();
      else sendText(response, 500, `This cannot be served. ${error instanceof Error ? error.message : String(error)}`);
    });
  };
}

async function answer(folder: string, base: string, response: ServerResponse): Promise<void> {
  await wholeSite(folder);
  const { method, url = '' } = response.req;
  if (method !== 'GET' && method !== 'HEAD') {
    sendText(response, 405, 'This site answers only GET and HEAD.', { Allow: 'GET, HEAD' });
    return;
  }
  const path = requestedPath(url, base);
  const opened = path === null ? null : await openInFolder(folder, path);
  try {
    if (path === null || opened === null) await answerNotFound(folder, response);
    else if (!opened.stats.isDirectory()) await sendFile(response, opened, path);
    else sendText(response, 301, 'This address ends in a slash.', { Location: url.replace(/^[^?#]*/, '$&/') });
  } finally {
    await opened?.handle.close();
  }
}

async function answerNotFound(folder: string, response: ServerResponse): Promise<void> {
  const page = await openInFolder(folder, '404.html');
  try {
    if (page?.stats.isFile()) await sendNotFound(response, page);
    else sendText(response, 404, 'There is no page at this address.');
  } finally {
    await page?.handle.close();
  }
}
