import type { Desk } from '../desk.ts';
import { jobFragment, publishPage } from '../pages/publish-page.ts';
import type { DeskRequest } from './request.ts';
import type { Answer } from './serve-desk.ts';

/** What will be published, and the commands `record` and `release` with their progress. */
export async function answerPublish({ method, url }: DeskRequest, desk: Desk, token: string): Promise<Answer | null> {
  const { jobs } = desk;
  const frame = { desk, token, address: '/publish' };
  if (method === 'GET' && url.pathname === '/publish') {
    if (!jobs.isRunning) await desk.refresh();
    return { html: publishPage(frame, jobs.current) };
  }
  if (method === 'GET' && url.pathname === '/publish/job') return { html: jobFragment(jobs.current) };
  if (method !== 'POST') return null;
  if (url.pathname === '/publish/record') jobs.start('record', []);
  else if (url.pathname === '/publish/release') jobs.start('release', ['--yes']);
  else return null;
  return { location: '/publish' };
}
