import { readArchiveFile } from '../content/read-archive.ts';
import { readSettings } from '../base/settings.ts';
import { linksOf } from '../text/links.ts';

const settings = readSettings();

/** The archive's own facts, from `archive.yaml`. */
export const site = readArchiveFile(settings.content);

/** How pages link to each other, and their absolute addresses. */
export const { link, absolute } = linksOf(site.baseUrl, settings.base);

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
