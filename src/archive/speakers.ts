import { basename, join } from 'node:path';
import { SLUG } from '../article/address.ts';
import type { Problem } from '../base/problem.ts';
import { filesBelow, readContentFile } from './content-file.ts';
import { shownPath } from './settings.ts';
import { speakerSchema } from './speaker-file.ts';
import type { Speaker } from './types.ts';

/** Reads `speakers/`: one file a speaker, whose name is the speaker's id. */
export function readSpeakers(content: string): { speakers: Speaker[]; problems: Problem[] } {
  const speakers: Speaker[] = [];
  const problems: Problem[] = [];
  for (const path of filesBelow(join(content, 'speakers'))) {
    const file = shownPath(path);
    const id = basename(path, '.yaml');
    if (!path.endsWith('.yaml') || !SLUG.test(id)) {
      const message =
        'A speaker file is named by lower-case ASCII words and hyphens, such as `jane-doe.yaml`. Rename it.';
      problems.push({ file, line: 1, message });
      continue;
    }
    const read = readContentFile(path, speakerSchema);
    problems.push(...read.problems);
    if (read.value) speakers.push({ ...read.value, id, file });
  }
  return { speakers, problems };
}
