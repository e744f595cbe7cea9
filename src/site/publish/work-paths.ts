import { join, resolve } from 'node:path';
import { shortHash } from '../../base/hash.ts';
import type { Settings } from '../../base/settings.ts';
import { readArchiveFile } from '../../content/read-archive.ts';
import { linksOf } from '../../text/links.ts';

/** The folder for what can be made again, in the working directory. */
export const WORK = '.verbatim';

/** The folder in it for what is known of the site in an output folder. */
export const workOf = (out: string): string => join(WORK, 'sites', shortHash(out, 10));

/** The catalogue of a site: one for each content folder, base path, and choice of what is public. */
export function cataloguePath(own: string, settings: Settings): string {
  const { content, onlyReleased } = settings;
  return resolve(own, `catalogue-${shortHash(JSON.stringify([content, rootOf(settings), onlyReleased]), 10)}.sqlite`);
}

/** The path under which a site is served, with the closing slash. */
export const rootOf = ({ content, base }: Pick<Settings, 'content' | 'base'>): string =>
  linksOf(readArchiveFile(content).baseUrl, base).link('/');
