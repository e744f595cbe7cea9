import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { readArchiveFile } from '../archive/read-archive.ts';
import { readSettings, shownPath } from '../archive/settings.ts';
import { runCommand } from './command.ts';

const USAGE = `Usage: npm run serve -- [--port N]

Serves the built site on this machine only.`;

const DEFAULT_PORT = 4321;

await runCommand(USAGE, { options: { port: { type: 'string' } } }, ({ values }) => {
  const { out, content, base } = readSettings();
  if (!existsSync(join(out, 'index.html'))) {
    throw new Error(`There is no site in \`${shownPath(out)}\`. Build it with \`npm run build\`.`);
  }
  const port = Number(values.port ?? DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`\`${values.port}\` is not a port. Give a number up to 65535.`);
  const path = (base ?? new URL(readArchiveFile(content).baseUrl).pathname).replace(/\/$/, '');

  const files = sirv(out, { etag: true });
  const server = createServer((request, response) => {
    const notFound = (): void => {
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' }).end(readFileSync(join(out, '404.html')));
    };
    if (!request.url?.startsWith(`${path}/`)) {
      notFound();
      return;
    }
    request.url = request.url.slice(path.length);
    files(request, response, notFound);
  });
  server.on('error', (error: NodeJS.ErrnoException) => {
    // Somebody else's server is no reason to show nothing: any free port will do, unless one was asked for.
    if (error.code === 'EADDRINUSE' && values.port === undefined) server.listen(0, 'localhost');
    else {
      console.error(`Cannot serve on port ${port}: ${error.message}. Choose another with \`--port\`.`);
      process.exitCode = 1;
    }
  });
  server.on('listening', () => {
    const address = server.address();
    const bound = typeof address === 'object' && address ? address.port : port;
    console.log(`\nThe archive is at http://localhost:${bound}${path}/ (stop with Ctrl+C)`);
  });
  server.listen(port, 'localhost');
});
