import { readArchiveFile } from '../content/read-archive.ts';
import { readSettings } from '../base/settings.ts';
import { linksOf } from '../text/links.ts';
import { t } from '../words/words.ts';

const settings = readSettings();

/** The archive's own facts, from `archive.yaml`. */
export const site = readArchiveFile(settings.content);

/** How pages link to each other, and their absolute addresses. */
export const { link, absolute } = linksOf(site.baseUrl, settings.base);

/** What an error report says about the corpus version until a script fills it in. */
export const seeVersion = (): string => t('report.seeVersion', { address: absolute('/about/#data') });

/**
 * Where a reader reports an error on a page; `null` if `archive.yaml` names no contact.
 *
 * @param facts lines about what is reported, at the beginning of the mail
 */
export function reportLink(address: string, facts: readonly string[] = []): string | null {
  const { contact } = site;
  if (!contact || /^https?:/.test(contact)) return contact ?? null;
  const body = [
    ...facts,
    t('report.address', { address: absolute(address) }),
    t('report.version', { version: seeVersion() }),
    '',
    t('report.whatIsWrong'),
    '',
  ];
  const subject = t('report.subject', { address: absolute(address) });
  const fields = { subject, body: body.join('\r\n') };
  return `mailto:${contact}?${Object.entries(fields)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')}`;
}
