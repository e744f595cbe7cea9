import { readArchiveFile } from '../content/read-archive.ts';
import { readSettings } from '../base/settings.ts';

/** The archive's own facts, from `archive.yaml`. */
export const site = readArchiveFile(readSettings().content);

const base = import.meta.env.BASE_URL.replace(/\/$/, '');

/** The pages in the navigation of every page. */
export const SECTIONS = [
  ['/speakers/', 'Speakers'],
  ['/search/', 'Search'],
  ['/check/', 'Check'],
  ['/about/', 'About'],
] as const;

/** The label of the link that skips the navigation. */
export const SKIP = 'Skip to the content';

/** A path from the archive's root, as a link of this site: under its base. */
export function link(path: string): string {
  return base + path;
}

/** A path from the archive's root, as an absolute address. */
export function absolute(path: string): string {
  return new URL(link(path), import.meta.env.SITE).href;
}

/** What an error report says about the corpus version until a script fills it in. */
export const seeVersion = (): string => `see ${absolute('/about/#data')}`;

/**
 * Where a reader reports an error on a page; `null` if `archive.yaml` names no contact.
 *
 * @param facts lines about what is reported, at the beginning of the mail
 */
export function reportLink(address: string, facts: readonly string[] = []): string | null {
  const { contact } = site;
  if (!contact || /^https?:/.test(contact)) return contact ?? null;
  const body = [...facts, `Address: ${absolute(address)}`, `Corpus version: ${seeVersion()}`, '', 'What is wrong:', ''];
  const fields = { subject: `Error in ${absolute(address)}`, body: body.join('\r\n') };
  return `mailto:${contact}?${Object.entries(fields)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')}`;
}
