import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createFile, replaceFile } from '../base/write-file.ts';
import { shownPath } from '../base/settings.ts';
import { type Changes, changeFiles } from '../content/pending.ts';
import { Refusal } from './refusal.ts';

/** How a command changes the files of a content folder. Paths are absolute. */
export interface ContentFiles {
  /** The text of a file; throws if there is none. */
  read: (path: string) => string;
  write: (path: string, text: string) => void;
  /** Writes a new file; throws if there is one of that name. */
  create: (path: string, text: string) => void;
  remove: (path: string) => void;
}

/** Each file is changed when it is asked for, for commands that change many and can be run again. */
export const AT_ONCE: ContentFiles = {
  read: (path) => readFileSync(path, 'utf8'),
  write: replaceFile,
  create: createFile,
  remove: rmSync,
};

/** Changes that are kept until all of them are known, and then made together or not at all. */
export class StagedFiles implements ContentFiles {
  readonly #changes = new Map<string, string | null>();

  read(path: string): string {
    const staged = this.#changes.get(path);
    if (staged === null) throw new Error(`\`${path}\` was removed.`);
    return staged ?? readFileSync(path, 'utf8');
  }

  write(path: string, text: string): void {
    this.#changes.set(path, text);
  }

  create(path: string, text: string): void {
    const isThere = this.#changes.has(path) ? this.#changes.get(path) !== null : existsSync(path);
    if (isThere) throw new Refusal(`There is a file \`${shownPath(path)}\` already. Look at it, and try again.`);
    this.#changes.set(path, text);
  }

  remove(path: string): void {
    this.#changes.set(path, null);
  }

  /** What the files become, by path. */
  get changes(): Changes {
    return this.#changes;
  }

  commit(content: string): void {
    if (this.#changes.size > 0) changeFiles(content, this.#changes);
  }
}
