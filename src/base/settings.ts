import { join, relative, resolve } from 'node:path';
import { type Day, parseDay } from './day.ts';

/** The settings of one run of a command, read from its environment. */
export interface Settings {
  /** The folder that editors own, `VERBATIM_CONTENT`. */
  content: string;
  /** The folder that a build replaces, `VERBATIM_OUT`. */
  out: string;
  /** The path under which the site is served, `VERBATIM_BASE`; `null`: the path of the base URL. */
  base: string | null;
  /**
   * The folder of the ledger, `VERBATIM_LEDGER`; by default in the content folder. `release` builds with the next
   * ledger.
   */
  ledger: string;
  /** Whether to leave out what is not in the ledger, `VERBATIM_RELEASED`. */
  onlyReleased: boolean;
  /** Articles dated later are left out, `VERBATIM_DATE`; `null`: all are included. */
  date: Day | null;
}

/** Reads the settings; throws if a value cannot be used, with a message that says how to write it. */
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

/** A path as messages show it: relative to the working directory if it is inside it. */
export function shownPath(path: string): string {
  const shown = relative('', path);
  return shown.startsWith('..') ? path : shown;
}
