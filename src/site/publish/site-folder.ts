import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { replaceFile } from '../../base/write-file.ts';
import type { Unit } from '../../catalogue/units.ts';
import { madeFile, writeMade } from './made-file.ts';
import { moveFile } from './move-file.ts';
import { beginMoving, endMoving } from './moving.ts';
import { incomingFolder, recoverFolder, swapFolder } from './replace-folder.ts';
import { SiteRecord } from './site-record.ts';

/** How a publication changed the files of a site. */
export interface Changes {
  written: string[];
  deleted: string[];
}

/**
 * The folder of a site, which is changed in place: new files are written beside it, then moved in. A process that is
 * killed while it moves leaves a journal, by which the next one completes the change. A folder that something else made
 * is replaced as a whole.
 */
export class SiteFolder {
  readonly record: SiteRecord;
  /** Where new and changed files are to be written. */
  readonly incoming: string;
  readonly #out: string;
  readonly #work: string;
  /** Whether the folder is as the record says, so that it can be changed in place. */
  readonly isKnown: boolean;
  /** What is to be noted of the site when its files are in the folder. */
  readonly #facts: Record<string, string> = {};

  /**
   * @param work a folder for what is known of the site
   * @param isFresh whether to replace the folder as a whole, even if it is known
   */
  constructor(out: string, work: string, isFresh: boolean) {
    mkdirSync(work, { recursive: true });
    this.#out = out;
    this.#work = work;
    recoverFolder(out);
    this.record = new SiteRecord(join(work, 'files.sqlite'));
    const beside = besideFolder(out, work);
    const moving = this.record.get('moving');
    if (moving !== null && this.record.get('folder') === folderId(out))
      this.#move(beside, JSON.parse(moving) as Journal);
    this.record.abandon();
    rmSync(beside, { recursive: true, force: true });
    endMoving(work);
    this.isKnown = !isFresh && this.#isSame();
    if (!this.isKnown) this.record.reset();
    this.incoming = this.isKnown ? beside : incomingFolder(out);
    mkdirSync(this.incoming, { recursive: true });
  }

  /** What was noted of the files in the folder when they were published; `null` if nothing was. */
  noted(name: Fact): string | null {
    return this.record.get(name);
  }

  /** Notes something of the files that are being published. */
  note(name: Fact, value: string): void {
    this.#facts[name] = value;
  }

  /** Adds files of a unit by their paths in the folder, with their contents. */
  add(unit: Unit, files: readonly (readonly [path: string, content: string])[]): void {
    const made = files.map(([path, content]) => {
      const file = madeFile(path, content);
      return this.record.has(file) ? file : writeMade(this.incoming, path, content);
    });
    this.record.add(unit, made);
  }

  /** Adds files to a unit that were made already, or that the site has and keeps; others among them are left out. */
  keep(unit: Unit, paths: readonly string[]): void {
    this.record.add(
      unit,
      paths.flatMap((path) => this.record.file(path) ?? []),
    );
  }

  /** Adds every file of a folder to a unit; `put` brings those that differ to their place. */
  addFolder(unit: Unit, folder: string, put: (from: string, to: string) => void = moveFile): void {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const made = entries.map((entry) => {
      const from = join(entry.parentPath, entry.name);
      const path = relative(folder, from);
      const file = madeFile(path, readFileSync(from));
      if (!this.record.has(file)) put(from, join(this.incoming, path));
      return file;
    });
    this.record.add(unit, made);
  }

  /** Makes an empty folder, until the next one of its name is made or the site is closed. */
  scratch(name: string): string {
    const folder = join(this.#work, 'scratch', name);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    return folder;
  }

  /** Where a file of the site is before the files that were made are moved: among these, or in the folder. */
  madeOrStanding(path: string): string {
    const made = join(this.incoming, path);
    return existsSync(made) ? made : join(this.#out, path);
  }

  /**
   * Puts the files that were made into the folder.
   *
   * @param isWhole whether all files were made, so that others are gone
   */
  commit(isWhole: boolean): Changes {
    const changes = { written: this.record.changed(), deleted: this.record.gone(isWhole) };
    const list = [...changes.deleted.map((path) => `- ${path}\n`), ...changes.written.map((path) => `+ ${path}\n`)];
    replaceFile(join(this.#work, 'changed.txt'), list.join(''));
    const journal: Journal = { isWhole, facts: this.#facts };
    if (this.isKnown) {
      this.record.set('moving', JSON.stringify(journal));
      this.#move(this.incoming, journal);
    } else {
      swapFolder(this.incoming, this.#out);
      this.#settle(journal);
    }
    return changes;
  }

  close(): void {
    this.record.close();
    for (const folder of [this.incoming, join(this.#work, 'scratch')]) rmSync(folder, { recursive: true, force: true });
  }

  #move(incoming: string, journal: Journal): void {
    beginMoving(this.#work);
    for (const path of this.record.changed()) {
      const from = join(incoming, path);
      // A process that was killed moved the others.
      if (existsSync(from)) moveFile(from, join(this.#out, path));
    }
    for (const path of this.record.gone(journal.isWhole)) remove(this.#out, path);
    this.#settle(journal);
    endMoving(this.#work);
  }

  #settle({ isWhole, facts }: Journal): void {
    this.record.settle(isWhole, { ...facts, folder: folderId(this.#out), page: pageId(this.#out) });
  }

  /** Whether the folder is the one that was published last, and nobody has put another one there since. */
  #isSame(): boolean {
    const [folder, page] = [folderId(this.#out), pageId(this.#out)];
    return page !== '' && this.record.get('folder') === folder && this.record.get('page') === page;
  }
}

/** What is noted of a site: what its files were made from, and the part of its statement index that is kept. */
type Fact = 'made from' | 'older statements';

interface Journal {
  isWhole: boolean;
  facts: Record<string, string>;
}

/** Deletes a file, and the folders that are empty without it. */
function remove(out: string, path: string): void {
  rmSync(join(out, path), { force: true });
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
    try {
      rmdirSync(join(out, folder));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOTEMPTY' || code === 'EEXIST') return;
      if (code !== 'ENOENT') throw error;
    }
  }
}

/**
 * Where new files wait to be moved into a folder: on its disk, so that moving them needs no space, and a full disk ends a
 * publication before the first move.
 */
function besideFolder(out: string, work: string): string {
  const disk = (folder: string): number | undefined => statSync(folder, { throwIfNoEntry: false })?.dev;
  const isSame = (disk(out) ?? disk(work)) === disk(work);
  return isSame ? join(work, 'incoming') : join(dirname(out), `.${basename(out)}.incoming`);
}

/** What tells a folder from another at the same path. */
function folderId(folder: string): string {
  const stats = statSync(folder, { throwIfNoEntry: false, bigint: true });
  return stats ? [stats.dev, stats.ino].join(' ') : '';
}

/** What tells the front page of a site from another: a site that was copied into the folder has another one. */
function pageId(folder: string): string {
  const stats = statSync(join(folder, 'index.html'), { throwIfNoEntry: false, bigint: true });
  return stats ? [stats.ino, stats.mtimeNs].join(' ') : '';
}
