import type { Element } from 'hast';
import { diffWords } from 'diff';
import { readReleases } from '../../content/releases.ts';
import type { StatementId } from '../../base/ids.ts';
import { isReleased } from '../../content/ledger.ts';
import { passes } from '../../content/public-view.ts';
import type { StatementStatus } from '../../content/record-file.ts';
import { describe } from '../../text/describe.ts';
import { counted } from '../../base/counted.ts';
import { formatDay } from '../../text/dates.ts';
import { formatNumber } from '../../text/numbers.ts';
import type { Desk } from '../desk.ts';
import type { Job } from '../job.ts';
import type { Row } from '../queue/queue-index.ts';
import { type Content, el, form, type Frame, fragment, notice, page } from './frame.ts';

/** How many of a kind are listed; all are counted. */
const LISTED = 50;

/** What publishing will change, and the commands that do it. */
export function publishPage(frame: Frame, job: Job | null): string {
  const { desk } = frame;
  const last = readReleases(desk.content)?.value?.releases.at(-1) ?? null;
  const waiting = waitingFor(desk);
  const unsearched = desk.index.all('SELECT path, title FROM article WHERE is_unsearched ORDER BY path');
  return page(
    frame,
    'Publish',
    el('h1', {}, 'Before publishing'),
    el(
      'p',
      {},
      last
        ? `The last release was on ${formatDay(last.on)}, with ${counted(last.statements, 'statement')}.`
        : 'Nothing was released yet.',
    ),
    el('section', { id: 'job', ariaLive: 'polite' }, jobContent(job)),
    unsearched.length > 0 && [
      el('h2', {}, `Not searched since they were written or edited: ${counted(unsearched.length, 'article')}`),
      titles(unsearched),
      form(frame, '/publish/record', el('button', {}, 'Record')),
    ],
    el('h2', {}, `New: ${counted(waiting.count, 'statement')}`),
    el(
      'p',
      {},
      `Of these nobody reviewed ${formatNumber(waiting.unreviewed)}. `,
      waiting.kept > 0 && `Besides these ${formatNumber(waiting.kept)} await review and stay out.`,
    ),
    waiting.articles.length > 0 &&
      el(
        'details',
        {},
        el('summary', {}, `In ${counted(waiting.articles.length, 'article')}`),
        titles(waiting.articles),
      ),
    changed(desk, last?.on ?? ''),
    gone(desk, last?.on ?? ''),
    el('h2', {}, 'Release'),
    el('p', {}, 'The release checks the content, builds the site and makes the new addresses permanent.'),
    form(
      frame,
      '/publish/release',
      el(
        'button',
        {},
        waiting.unreviewed > 0
          ? `Release, with ${counted(waiting.unreviewed, 'statement')} that nobody reviewed`
          : 'Release',
      ),
    ),
  );
}

/** What a command printed, while it runs and after it. */
export const jobFragment = (job: Job | null): string => fragment(jobContent(job));

function jobContent(job: Job | null): Content {
  if (!job) return null;
  const { command, output, code } = job;
  const state = code === null ? 'running …' : code === 0 ? 'done.' : 'failed.';
  return [
    el('p', { dataRunning: code === null ? '' : undefined }, el('code', {}, command), ` ${state}`),
    // A line of progress replaces the one before it.
    el(
      'pre',
      { tabIndex: 0 },
      output
        .split('\n')
        .map((line) => line.split('\r').findLast((part) => part.trim() !== '') ?? '')
        .join('\n'),
    ),
    code !== null && code !== 0 && notice('It failed. Fix what is listed above, and run it again.'),
  ];
}

const titles = (rows: readonly Row[]): Element =>
  el(
    'ul',
    { className: ['list'] },
    rows
      .slice(0, LISTED)
      .map(({ path, title }) =>
        el(
          'li',
          {},
          el('a', { href: `/articles/edit?${new URLSearchParams({ file: String(path) }).toString()}` }, String(title)),
        ),
      ),
    rows.length > LISTED && el('li', {}, `… and ${formatNumber(rows.length - LISTED)} more.`),
  );

interface Waiting {
  /** How many statements the next release makes public. */
  count: number;
  unreviewed: number;
  /** Their articles. */
  articles: Row[];
  /** How many the gate of the archive keeps back. */
  kept: number;
}

/** What was never released, as the gate of the archive lets it through. */
function waitingFor({ index, state }: Desk): Waiting {
  const rows = index.all(
    `SELECT id, path, title, status, sure FROM item JOIN article USING (path)
     WHERE NOT is_more AND NOT is_draft ORDER BY day DESC, path, start`,
  );
  const fresh = rows.filter(({ id }) => !isReleased(state.ledger, id as StatementId));
  const passing = fresh.filter(({ status, sure }) =>
    passes({ status: status as StatementStatus, sure: sure === 1 }, state.archive.publish),
  );
  return {
    count: passing.length,
    unreviewed: passing.filter(({ status }) => status !== 'confirmed').length,
    articles: [...new Map(passing.map((row) => [row['path'], row])).values()],
    kept: fresh.length - passing.length,
  };
}

function changed({ index }: Desk, since: string): Content {
  const rows = index.all(
    'SELECT id, until, before, now, speaker, why FROM correction WHERE until >= ? ORDER BY until DESC',
    since,
  );
  if (rows.length === 0) return null;
  return [
    el('h2', {}, `Changed: ${counted(rows.length, 'correction')}`),
    el(
      'ul',
      { className: ['list'] },
      rows
        .slice(0, LISTED)
        .map(({ id, before, now, speaker, why }) =>
          el(
            'li',
            {},
            el('a', { href: `/?queue=all&at=${String(id)}` }, String(id)),
            ' ',
            before === null ? describe(String(now)) : wordDifference(String(before), String(now)),
            speaker !== null && ` (was by ${String(speaker)})`,
            el('small', {}, ` ${String(why)}`),
          ),
        ),
    ),
  ];
}

const wordDifference = (before: string, after: string): Content =>
  diffWords(before, after).map(({ value, added, removed }) =>
    added ? el('ins', {}, value) : removed ? el('del', {}, value) : value,
  );

function gone({ index }: Desk, since: string): Content {
  const rows = index.all('SELECT id, was, why FROM gone WHERE "on" >= ? ORDER BY "on" DESC', since);
  if (rows.length === 0) return null;
  return [
    el('h2', {}, `Gone: ${counted(rows.length, 'statement')}`),
    el(
      'ul',
      { className: ['list'] },
      rows
        .slice(0, LISTED)
        .map(({ id, was, why }) =>
          el(
            'li',
            {},
            String(id),
            ' ',
            was !== null && el('del', {}, describe(String(was))),
            el('small', {}, ` ${String(why)}`),
          ),
        ),
    ),
  ];
}
