/** How often the desk is asked, in milliseconds. */
const OFTEN = 500;

/** Shows what a command prints while it runs, and reloads the page once it is done. */
export function followProgress(): void {
  const job = document.getElementById('job');
  if (!job?.querySelector('[data-running]')) return;
  const ask = async (): Promise<void> => {
    const response = await fetch('/publish/job');
    job.innerHTML = await response.text();
    if (job.querySelector('[data-running]')) setTimeout(() => void ask(), OFTEN);
    else location.reload();
  };
  setTimeout(() => void ask(), OFTEN);
}
