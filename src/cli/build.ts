import { readSettings, shownPath } from '../base/settings.ts';
import { buildSite } from '../site/publish/build-site.ts';
import { replaceFolder } from '../site/publish/replace-folder.ts';
import { defineCommand, runCommand } from './command.ts';

const USAGE = `Usage: npm run build -- [--released] [--date YYYY-MM-DD] [--base /path/]

Builds the site from the content folder (VERBATIM_CONTENT, default content) into the output folder (VERBATIM_OUT,
default dist), which is replaced whole once everything is built, and not touched when anything fails.

--released  leaves out what was never released, as a site that is published must; else this is a preview
--date      articles dated later stay out
--base      the path under which the site is served (default: that of baseUrl in archive.yaml)`;

const options = { released: { type: 'boolean' }, date: { type: 'string' }, base: { type: 'string' } } as const;

export const build = defineCommand(USAGE, { options }, async ({ values: { released, date, base } }, { print }) => {
  const { out } = readSettings();
  await buildSite({ onlyReleased: released, date, base }, (site) => {
    replaceFolder(site, out);
  });
  print(`Built ${shownPath(out)}`);
});

if (import.meta.main) await runCommand(build);
