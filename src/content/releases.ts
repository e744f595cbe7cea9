import { join } from 'node:path';
import { z } from 'zod';
import { Document, isMap, isSeq } from 'yaml';
import { day, line } from '../base/fields.ts';
import type { YamlFile } from '../base/yaml.ts';
import { isThere, readYamlFile } from './content-file.ts';

const count = z.int('is not a whole number.').min(0, 'is less than 0.');

/** `releases.yaml`: what was published, and when. Written by `npm run release`. */
const releasesSchema = z.strictObject({
  releases: z
    .array(
      z.strictObject({
        /** The day of the release. Articles dated later were left out. */
        on: day,
        /** What was public from then on. */
        articles: count,
        statements: count,
        speakers: count,
        /** The corpus version, which names the data files as they were. */
        version: line,
      }),
    )
    .default([]),
});

type ReleasesFile = z.infer<typeof releasesSchema>;
export type Release = ReleasesFile['releases'][number];

/** The name of the file in the content folder. */
export const RELEASES_FILE = 'releases.yaml';

const HEADING = ' What was published, and when. Written by `npm run release`.';

/** Reads `releases.yaml`; an archive of which nothing was released has none. */
export function readReleases(content: string): YamlFile<ReleasesFile> | null {
  const path = join(content, RELEASES_FILE);
  return isThere(path) ? readYamlFile(path, releasesSchema) : null;
}

/** The text of `releases.yaml` with one release more, a line each; the same if the last one published the same data. */
export function withRelease(content: string, release: Release): string {
  const file = readReleases(content);
  const document = file?.document ?? new Document({ releases: [] });
  document.commentBefore ??= HEADING;
  const existing = document.get('releases', true);
  const list = isSeq(existing) ? existing : document.createNode([]);
  if (list !== existing) document.set('releases', list);
  const last = list.items.at(-1);
  if (!(isMap(last) && last.get('version') === release.version)) {
    const entry = document.createNode(release);
    entry.flow = true;
    list.items.push(entry);
  }
  list.flow = false;
  return document.toString({ lineWidth: 0 });
}
