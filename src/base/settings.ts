import { join, relative, resolve } from 'node:path';
import { type Day, parseDay } from './day.ts';

/** What a run of a command is set to, from its environment. */
export interface Settings {
  /** The folder that editors own, `VERBATIM_CONTENT`. */
  content: string;
  /** The folder that a build replaces, `VERBATIM_OUT`. */
  out: string;
  /** The path under which the site is served, `VERBATIM_BASE`; left out: the path of the base URL. */
  base: string | null;
  /** The folder of the ledger, `VERBATIM_LEDGER`; left out: that of the content. `release` builds with the next one. */
  ledger: string;
  /** Whether what is not in the ledger stays out, `VERBATIM_RELEASED`. */
  onlyReleased: boolean;
  /** Articles dated later stay out, `VERBATIM_DATE`; left out: none is too late. */
  date: Day | null;
}

/** Reads the settings; a value that cannot be used is an error that says how to write it. */
export function readSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const { VERBATIM_CONTENT, VERBATIM_OUT, VERBATIM_BASE, VERBATIM_DATE, VERBATIM_LEDGER, VERBATIM_RELEASED } =
    environment;
  const content = resolve(VERBATIM_CONTENT || 'content');
  const date = VERBATIM_DATE ? parseDay(VERBATIM_DATE) : null;
  if (VERBATIM_DATE && !date) {
    throw new Error(`The build's date \`${VERBATIM_DATE}\` is not a day. Write it as YYYY-MM-DD.`);
  }
  if (VERBATIM_BASE && !/^\/([\w.~-]+\/?)*$/.test(VERBATIM_BASE)) {
    throw new Error(`The base path \`${VERBATIM_BASE}\` is not a path. Write it like \`/news/\`.`);
  }
  return {
    content,
    out: resolve(VERBATIM_OUT || 'dist'),
    base: VERBATIM_BASE || null,
    ledger: resolve(VERBATIM_LEDGER || join(content, 'ledger')),
    onlyReleased: Boolean(VERBATIM_RELEASED),
    date,
  };
}

/** A path as messages show it: from the working directory where it lies below it. */
export function shownPath(path: string): string {
  const shown = relative('', path);
  return shown.startsWith('..') ? path : shown;
}
