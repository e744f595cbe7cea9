import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';

/** Serves a folder under a base path on a free port, as a plain static host does: no compression, no rewriting, no cache. */
export async function serveFolder(
  folder: string,
  base: string,
  onRequest?: (path: string) => void,
): Promise<{ url: string; stop: () => Promise<void> }> {
  const files = sirv(folder, { dev: true });
  const server = createServer((request, response) => {
    const notFound = () =>
      response.writeHead(404, { 'Content-Type': 'text/html' }).end(readFileSync(join(folder, '404.html')));
    if (!request.url?.startsWith(base)) return void notFound();
    request.url = request.url.slice(base.length - 1);
    onRequest?.(request.url.replace(/[?#].*/, ''));
    files(request, response, () => void notFound());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stop = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => {
        resolve();
      });
    });
  return { url: `http://127.0.0.1:${port}${base}`, stop };
}
