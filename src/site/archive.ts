import { Archive } from '../catalogue/archive.ts';

let opened: Archive | undefined;

/** The archive that pages show: that of the catalogue at `VERBATIM_CATALOGUE`. */
export function archive(): Archive {
  const path = process.env['VERBATIM_CATALOGUE'];
  if (!path) throw new Error('Pages are rendered by `npm run build` and `npm run dev`, which make a catalogue first.');
  return (opened ??= Archive.open(path));
}

/** What a page is made of; a page without it must not be published. */
export function found<T>(thing: T | null | undefined, address: string): T {
  if (thing === null || thing === undefined) throw new Error(`The archive has nothing at \`${address}\`.`);
  return thing;
}
