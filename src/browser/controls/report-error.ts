/**
 * Runs on a statement's page: fills in the corpus version in the mail that reports an error. The version is known only
 * once all data is written; without this script, the mail says where to find it.
 */
const report = document.querySelector<HTMLAnchorElement>('a[data-report]');

if (report?.href.startsWith('mailto:')) void fillIn(report);

async function fillIn(mail: HTMLAnchorElement): Promise<void> {
  const { report: data = '', see = '' } = mail.dataset;
  try {
    const { version } = (await (await fetch(data)).json()) as { version: string };
    mail.href = mail.href.replace(encodeURIComponent(see), encodeURIComponent(version));
  } catch {
    // The mail still says where to find the version.
  }
}
