/** `replace-many.ts TIMES TO FROM...`: replaces a folder many times, like one build after another. */
import { cpSync } from 'node:fs';
import { incomingFolder, swapFolder } from '../src/site/publish/replace-folder.ts';

const [times, to = '', ...sites] = process.argv.slice(2);
for (let round = 0; round < Number(times); round++) {
  for (const from of sites) {
    cpSync(from, incomingFolder(to), { recursive: true });
    swapFolder(incomingFolder(to), to);
  }
}
