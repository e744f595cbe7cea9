import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { applyPatch, structuredPatch } from 'diff';
import { parseDocument } from 'yaml';
import { parseStatementId, type SpeakerId, type StatementId } from '../base/ids.ts';
import { shownPath } from '../base/settings.ts';
import type { Ledger } from '../content/ledger.ts';
import type { Changes } from '../content/pending.ts';
import { Refusal } from '../record/refusal.ts';
import { speakerAddress, statementAddress } from '../text/address.ts';
import { StagedFiles } from '../record/content-files.ts';

/** One act of an editor: what it did, and what the files were before. */
export interface Act {
  number: number;
  /** What it did, in words: `Confirmed: “…”`. */
  label: string;
  /** In the queue: which statement it was about. */
  id: string | null;
  files: { path: string; before: string | null; after: string | null }[];
  isUndone: boolean;
}

/** How many acts can be undone. */
const MOST_KEPT = 200;

/** How many of the latest decisions their pace is read from, and what time between two of them is a pause, in milliseconds. */
const PACE_OF = 30;
const PAUSE = 120_000;

/** The acts of a session at the desk, the latest last. */
export class ActLog {
  readonly #acts: Act[] = [];
  readonly #times: number[] = [];
  #last = 0;

  /** Remembers what files were before they change; to be called right before they do. */
  add(label: string, id: string | null, changes: Changes): Act {
    const files = [...changes].map(([path, after]) => ({ path, before: textOf(path), after }));
    const act: Act = { number: ++this.#last, label, id, files, isUndone: false };
    this.#acts.push(act);
    this.#times.push(performance.now());
    if (this.#acts.length > MOST_KEPT) this.#acts.shift();
    return act;
  }

  /** Forgets an act that could not be done. */
  drop(act: Act): void {
    this.#acts.splice(this.#acts.indexOf(act), 1);
    this.#times.pop();
  }

  /** The latest acts, the last first. */
  latest(count: number): readonly Act[] {
    return this.#acts.slice(-count).reverse();
  }

  /** How many acts were done, without those that were undone. */
  get done(): number {
    return this.#acts.filter(({ isUndone }) => !isUndone).length;
  }

  /** The typical time of a decision in milliseconds, without pauses; `null` before there are some. */
  get pace(): number | null {
    const latest = this.#times.slice(-PACE_OF);
    const gaps = latest.slice(1).map((time, index) => time - (latest[index] ?? 0));
    const working = gaps.filter((gap) => gap < PAUSE).toSorted((a, b) => a - b);
    return working.length < 3 ? null : (working[Math.floor(working.length / 2)] ?? null);
  }

  /**
   * The changes that undo an act. Whatever else was changed in the same files since stays.
   *
   * @param number `null`: the latest that was not undone
   * @param isNamed whether a speaker's id is named by statements outside of some files
   * @throws a `Refusal` if the same lines were changed since, or something else rests on them
   */
  undoing(
    number: number | null,
    isNamed: (speaker: string, outside: readonly string[]) => boolean,
  ): { act: Act; files: StagedFiles } {
    const act = this.#acts.findLast((one) => !one.isUndone && (number === null || one.number === number));
    if (!act)
      throw new Refusal(
        number === null
          ? 'There is nothing to undo.'
          : 'This was undone already, or is too long ago to be undone here.',
      );
    const files = new StagedFiles();
    for (const { path, before, after } of act.files) {
      const now = textOf(path);
      const text = now === after ? before : patched(now, after, before, path);
      if (text === null) files.remove(path);
      else files.write(path, text);
    }
    refuseUsed(act, files, isNamed);
    return { act, files };
  }
}

const textOf = (path: string): string | null => (existsSync(path) ? readFileSync(path, 'utf8') : null);

/** A text with the change from `after` back to `before` made to it. */
function patched(now: string | null, after: string | null, before: string | null, path: string): string {
  const patch =
    after === null || before === null ? null : structuredPatch(path, path, after, before, '', '', { context: 2 });
  const text = now === null || patch === null ? false : applyPatch(now, patch);
  if (text === false)
    throw new Refusal(`\`${shownPath(path)}\` was changed since in the same place. Nothing was undone: edit the file.`);
  return text;
}

/** A speaker's file that an act made stays as long as another statement names the speaker. */
function refuseUsed(
  act: Act,
  files: StagedFiles,
  isNamed: (speaker: string, outside: readonly string[]) => boolean,
): void {
  const touched = act.files.map(({ path }) => path);
  const texts = [...files.changes.values()].filter((text) => text !== null);
  for (const [path, text] of files.changes) {
    if (text !== null || basename(dirname(path)) !== 'speakers') continue;
    const id = basename(path, '.yaml');
    if (texts.some((one) => formerIds(one).includes(id))) continue;
    const isInTexts = texts.some((one) => new RegExp(`^\\s+speaker: ${id}$`, 'm').test(one));
    if (isInTexts || isNamed(id, touched))
      throw new Refusal(`Other statements are by \`${id}\` now. Undo these first, the latest one first.`);
  }
}

/** The ids that a speaker's file says the speaker had. */
function formerIds(text: string): string[] {
  const { formerly = [] } = (parseDocument(text).toJS() ?? {}) as { formerly?: string | string[] };
  return [formerly].flat();
}

/** What was released since an act stays: its address keeps a page. */
export function refuseLost(files: StagedFiles, ledger: Ledger): void {
  const kept = [...files.changes.values()].filter((text) => text !== null);
  for (const [path, text] of files.changes) {
    const before = textOf(path) ?? '';
    if (basename(dirname(path)) === 'speakers') {
      const id = basename(path, '.yaml') as SpeakerId;
      if (text === null && ledger.has(speakerAddress(id)) && !kept.some((one) => formerIds(one).includes(id)))
        throw new Refusal(`\`${id}\` was released since. Merge or rename the speaker instead.`);
      continue;
    }
    const now = new Set(statementIdsIn(text ?? ''));
    const lost = statementIdsIn(before).find((id) => !now.has(id) && ledger.has(statementAddress(id)));
    if (lost) throw new Refusal(`The statement \`${lost}\` was released since. Dismiss it instead: its address stays.`);
  }
}

/** The ids of the entries of a record. */
const statementIdsIn = (record: string): StatementId[] =>
  Array.from(record.matchAll(/^\s+(?:- )?id: (\S+)$/gm), ([, id = '']) => parseStatementId(id)).filter(
    (id) => id !== null,
  );
