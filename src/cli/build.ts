import { readSettings, shownPath } from '../base/settings.ts';
import { progressLine } from '../base/progress.ts';
import { buildSite } from '../site/publish/build-site.ts';
import { counted } from '../base/counted.ts';
import { readArchiveFile } from '../content/read-archive.ts';
import { missingLanguage } from '../content/words/read-words.ts';
import { defineCommand, runCommand } from './command.ts';

const USAGE = `Usage: npm run build -- [--released] [--date YYYY-MM-DD] [--base /path/] [--fresh]
                        [--verbose]

Builds the site from the content folder (VERBATIM_CONTENT, default content) into the output folder (VERBATIM_OUT,
default dist). Only what shows changed content is made again, and files are moved into the output folder once all are
made; it is not touched when anything fails.

--released  leaves out what was never released, as a site that is published must; else this is a preview
--date      articles dated later stay out
--base      the path under which the site is served (default: that of baseUrl in archive.yaml)
--fresh     makes all files, in an empty folder that then replaces the output folder at once
--verbose   lists the files that were written or deleted`;

const options = {
  released: { type: 'boolean' },
  date: { type: 'string' },
  base: { type: 'string' },
  fresh: { type: 'boolean' },
  verbose: { type: 'boolean' },
} as const;

export const build = defineCommand(USAGE, { options }, async ({ values }, { print }) => {
  const { released: onlyReleased, date, base, fresh: isFresh, verbose } = values;
  const { out, content } = readSettings();
  const line = process.stderr.isTTY ? progressLine((text) => process.stderr.write(text)) : null;
  const { changes } = await buildSite({ onlyReleased, date, base, isFresh, onProgress: line?.show }).finally(
    line?.clear,
  );
  const { written, deleted } = changes;
  if (verbose)
    for (const [sign, paths] of Object.entries({ '+': written, '-': deleted }))
      for (const path of paths) print(`${sign} ${path}`);
  print(`Built ${shownPath(out)}: ${counted(written.length, 'file')} written, ${deleted.length} deleted.`);
  const note = missingLanguage(readArchiveFile(content), content);
  if (note) print(note);
});

if (import.meta.main) await runCommand(build);
