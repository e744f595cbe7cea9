/**
 * Runs in the browser on a statement's page: writes the corpus version, which is known only once all data is written, into
 * the mail that reports an error. Without it the mail says where the version is found.
 */
const report = document.querySelector<HTMLAnchorElement>('a[data-report]');

if (report?.href.startsWith('mailto:')) void fillIn(report);

async function fillIn(mail: HTMLAnchorElement): Promise<void> {
  const { report: data = '', see = '' } = mail.dataset;
  try {
    const { version } = (await (await fetch(data)).json()) as { version: string };
    mail.href = mail.href.replace(encodeURIComponent(see), encodeURIComponent(version));
  } catch {
    // The mail keeps saying where the version is found.
  }
}
