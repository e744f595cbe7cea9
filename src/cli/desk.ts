import { readSettings } from '../base/settings.ts';
import { progressLine } from '../base/progress.ts';
import { compileDesk } from '../desk/compile-desk.ts';
import { Desk } from '../desk/desk.ts';
import { serveDesk } from '../desk/serve/serve-desk.ts';
import { WORK } from '../site/publish/work-paths.ts';
import { defineCommand, runCommand } from './command.ts';

const USAGE = `Usage: npm run desk -- [--port N]

Opens the editor's desk, in a browser on this machine only: decide who said what with one key a statement, correct
speakers and articles, and publish. It edits the files of the content folder as \`npm run record\` does, so you can go back
and forth between it, a text editor and git.`;

const DEFAULT_PORT = 4322;

export const desk = defineCommand(USAGE, { options: { port: { type: 'string' } } }, async ({ values }, running) => {
  const { content } = readSettings(running.environment);
  const wanted = Number(values.port ?? DEFAULT_PORT);
  if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65535)
    throw new Error(`\`${values.port}\` is not a port. Give a number up to 65535.`);
  const { show, clear } = progressLine((text) => process.stderr.write(text));
  const [opened, assets] = await Promise.all([
    Desk.open(content, WORK, process.stderr.isTTY ? show : undefined),
    compileDesk(WORK),
  ]);
  clear();
  const port = await serveDesk(opened, assets, wanted, values.port === undefined);
  running.print(`\nThe desk is at http://localhost:${port}/ (stop with Ctrl+C)`);
});

if (import.meta.main) await runCommand(desk);
