import { build } from './build.ts';
import { defineCommand, runCommand } from './command.ts';
import { serve } from './serve.ts';

const USAGE = `Usage: npm run demo -- [--port N]

Builds an archive of thirty invented articles in three languages, and serves it on this machine. Your own content folder and
output folder are not touched.`;

const CONTENT = 'tests/archives/courier';
const OUT = '.verbatim/demo';

export const demo = defineCommand(USAGE, { options: { port: { type: 'string' } } }, async ({ values }, running) => {
  Object.assign(process.env, { VERBATIM_CONTENT: CONTENT, VERBATIM_OUT: OUT });
  for (const name of ['VERBATIM_BASE', 'VERBATIM_DATE', 'VERBATIM_LEDGER', 'VERBATIM_RELEASED'])
    Reflect.deleteProperty(process.env, name);
  const terminal = { environment: process.env, print: running.print, warn: running.warn };
  const isBuilt = (await build([], terminal)) === 0;
  const isServed = isBuilt && (await serve(values.port === undefined ? [] : ['--port', values.port], terminal)) === 0;
  if (!isServed) running.fail('The demo was not started.');
});

if (import.meta.main) await runCommand(demo);
