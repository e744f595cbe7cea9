import { readArchiveFile } from './archive/read-archive.ts';
import { readSettings } from './archive/settings.ts';

/** The archive's own facts, from `archive.yaml`. */
export const site = readArchiveFile(readSettings().content);

const base = import.meta.env.BASE_URL.replace(/\/$/, '');

/** The pages that every page leads to. */
export const SECTIONS = [
  ['/speakers/', 'Speakers'],
  ['/search/', 'Search'],
  ['/check/', 'Check'],
  ['/about/', 'About'],
] as const;

/** What leads over them to the content. */
export const SKIP = 'Skip to the content';

/** A path from the archive's root, as a link of this site: under its base. */
export function link(path: string): string {
  return base + path;
}

/** A path from the archive's root, as an absolute address. */
export function absolute(path: string): string {
  return new URL(link(path), import.meta.env.SITE).href;
}

/** Where a reader reports an error on a page; `null` where `archive.yaml` names no contact. */
export function reportLink(address: string): string | null {
  const { contact } = site;
  if (!contact || /^https?:/.test(contact)) return contact ?? null;
  return `mailto:${contact}?subject=${encodeURIComponent(`Error in ${absolute(address)}`)}`;
}
