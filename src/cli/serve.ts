import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readArchiveFile } from '../content/read-archive.ts';
import { readSettings, shownPath } from '../base/settings.ts';
import { wholeSite } from '../site/publish/moving.ts';
import { serveFolder } from '../site/serve/serve-folder.ts';
import { defineCommand, runCommand } from './command.ts';

const USAGE = `Usage: npm run serve -- [--port N]

Serves the built site on this machine only, also while \`npm run build\` replaces it.`;

const DEFAULT_PORT = 4321;

export const serve = defineCommand(USAGE, { options: { port: { type: 'string' } } }, async ({ values }, { print }) => {
  const { out, content, base } = readSettings();
  if (!existsSync(join(out, 'index.html'))) {
    throw new Error(`There is no site in \`${shownPath(out)}\`. Build it with \`npm run build\`.`);
  }
  await wholeSite(out);
  const wanted = Number(values.port ?? DEFAULT_PORT);
  if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65535)
    throw new Error(`\`${values.port}\` is not a port. Give a number up to 65535.`);
  const path = (base ?? new URL(readArchiveFile(content).baseUrl).pathname).replace(/\/$/, '');

  const port = await serveFolder({ folder: out, base: path, port: wanted, orAnyPort: values.port === undefined });
  print(`\nThe archive is at http://localhost:${port}${path}/ (stop with Ctrl+C)`);
});

if (import.meta.main) await runCommand(serve);
