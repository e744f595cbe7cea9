import { join, dirname, basename } from 'node:path';
import { dayOf } from '../base/day.ts';
import type { StatementId } from '../base/ids.ts';
import { describeProblems, type Problem } from '../base/problem.ts';
import type { OnProgress } from '../base/progress.ts';
import { shortHash } from '../base/hash.ts';
import { shownPath } from '../base/settings.ts';
import { codeVersion } from '../catalogue/code-version.ts';
import { statOf } from '../catalogue/file-state.ts';
import { type ArticlePath, readArticleSource, recordPathOf } from '../content/article-source.ts';
import { LockedContent, withContentLock } from '../content/content-lock.ts';
import { statementsIn } from '../content/statements-in.ts';
import type { FoundStatement } from '../find/find-statements.ts';
import { StagedFiles } from '../record/content-files.ts';
import { recordText } from '../record/edit-record.ts';
import { documentOf, type Editing, type Entry } from '../record/editing.ts';
import { Refusal } from '../record/refusal.ts';
import { NewIds } from '../record/new-ids.ts';
import { entryOf, type OpenArticle, openArticle, withRecord } from '../record/open-article.ts';
import { SpeakerFiles } from '../record/speaker-files.ts';
import { StatementMaker } from '../record/statement-maker.ts';
import { parseFileName } from '../text/address.ts';
import { type Act, ActLog, refuseLost } from './act-log.ts';
import { ArchiveState, versionOf } from './archive-state.ts';
import { Jobs } from './job.ts';
import type { Place } from './queue/queue.ts';
import { QueueIndex } from './queue/queue-index.ts';

/** The rooms whose code decides what is in the index. */
const ROOMS = ['base', 'text', 'find', 'content', 'record', 'desk/queue'].map((room) => `src/${room}`);

/** How many articles are kept open. */
const MOST_OPEN = 30;

/** An article at the desk. */
export interface DeskArticle {
  open: OpenArticle;
  /** Everything that the program finds in it, with what is reported less clearly. */
  found: readonly FoundStatement[];
  /** A digest of its files. */
  version: string;
}

/** Thrown when files are no more as an editor saw them. */
export class ChangedMeanwhile extends Error {}

/** What an act is, for the log: its words, and the statement that it is about. */
export interface Told {
  label: string;
  id?: StatementId | null;
}

/** An archive at the editor's desk. Every act changes all of its files or none, and can be undone. */
export class Desk {
  readonly content: string;
  readonly index: QueueIndex;
  readonly log = new ActLog();
  readonly jobs = new Jobs();
  readonly state: ArchiveState;
  readonly #open = new Map<string, DeskArticle & { stat: string }>();

  private constructor(content: string, index: QueueIndex, state: ArchiveState) {
    this.content = content;
    this.index = index;
    this.state = state;
  }

  /**
   * Opens a content folder; the first time, this reads all of its articles.
   *
   * @param work the folder for what can be made again
   */
  static async open(content: string, work: string, onProgress?: OnProgress): Promise<Desk> {
    const state = new ArchiveState(content);
    const path = join(work, `desk-${shortHash(content, 10)}.sqlite`);
    const index = new QueueIndex(path, `${codeVersion(ROOMS)} ${state.language}`, {
      content,
      language: state.language,
      speakerIds: (id) => state.idsOf(id),
    });
    await index.update(onProgress);
    return new Desk(content, index, state);
  }

  close(): void {
    this.index.close();
  }

  /** Takes up what other programs changed. */
  async refresh(): Promise<void> {
    this.state.refresh();
    await this.index.update();
  }

  /** What is wrong with the content. */
  get problems(): Problem[] {
    return [...this.state.problems, ...this.index.problems()];
  }

  /** An article as it is on disk now. */
  article(path: string): DeskArticle {
    const stat = statOf([path, recordPathOf(path)]);
    const known = this.#open.get(path);
    if (known?.stat === stat) return known;
    const version = versionOf([path, recordPathOf(path)]);
    const source = readArticleSource(articlePath(path));
    if (source.problems.length > 0) throw new Refusal(describeProblems(source.problems));
    const { language, addresses } = this.state;
    const open = openArticle(withRecord(source), language, [source.address, ...addresses]);
    const article = { open, found: statementsIn(source, true), version, stat };
    this.#open.set(path, article);
    const [oldest] = this.#open.keys();
    if (this.#open.size > MOST_OPEN && oldest !== undefined) this.#open.delete(oldest);
    return article;
  }

  /**
   * Edits the record of an article.
   *
   * @param version the article as the editor saw it
   * @throws `ChangedMeanwhile` if it is another one now, and a `Refusal` if it cannot be edited so
   */
  async editArticle<T extends Told>(
    path: string,
    version: string,
    edit: (article: DeskArticle, editing: Editing) => T,
  ): Promise<T> {
    return await this.#change((files) => {
      this.#checkVersion([path, recordPathOf(path)], version);
      const article = this.article(path);
      // The edit changes what is open; it is read again from what is written.
      this.#open.delete(path);
      const { source } = article.open;
      const told = edit(article, this.editing(files));
      files.write(source.recordPath, recordText(documentOf(source)));
      return told;
    });
  }

  /**
   * Edits statements of several articles in one act.
   *
   * @param edit told each statement, in its article as it is now
   */
  async editStatements(
    label: string,
    places: readonly Place[],
    edit: (entry: Entry, editing: Editing) => void,
  ): Promise<void> {
    await this.#change((files) => {
      const editing = this.editing(files);
      this.stageStatements(files, places, (entry) => {
        edit(entry, editing);
      });
      return { label };
    });
  }

  /** Stages edits of statements of several articles. */
  stageStatements(files: StagedFiles, places: readonly Place[], edit: (entry: Entry) => void): void {
    for (const [path, own] of Map.groupBy(places, (place) => place.path)) {
      const { open } = this.article(path);
      this.#open.delete(path);
      for (const { id } of own) edit(entryOf(open, id));
      files.write(open.source.recordPath, recordText(documentOf(open.source)));
    }
  }

  /** Makes changes to files of the content, which the act itself stages. */
  async changeFiles<T extends Told>(
    version: { paths: readonly string[]; was: string } | null,
    stage: (files: StagedFiles) => T,
  ): Promise<T> {
    return await this.#change((files) => {
      if (version) this.#checkVersion(version.paths, version.was);
      return stage(files);
    });
  }

  /** Undoes an act; `null`: the latest. Returns it. */
  async undo(number: number | null): Promise<Act> {
    await this.refresh();
    return await this.#alone(() => {
      const { act, files } = this.log.undoing(number, (speaker, outside) => this.#isNamed(speaker, outside));
      refuseLost(files, this.state.ledger);
      files.commit(this.content);
      act.isUndone = true;
      this.#readAgain([...files.changes.keys()]);
      return act;
    });
  }

  /** What decisions need to know of the archive. */
  editing(files: StagedFiles): Editing {
    const { problems, speakers: known, ledger, withdrawn, language } = this.state;
    if (problems.length > 0) throw new Refusal(describeProblems(problems));
    const speakers = new SpeakerFiles(this.content, { speakers: known, ledger, files });
    const used = new Set<StatementId>();
    const ids = {
      has: (id: StatementId) => used.has(id) || this.index.isUsed(id),
      add: (id: StatementId) => used.add(id),
    };
    return {
      speakers,
      ledger,
      maker: new StatementMaker(speakers, withdrawn, language),
      ids: new NewIds(ids, ledger),
      today: dayOf(new Date()),
    };
  }

  async #change<T extends Told>(stage: (files: StagedFiles) => T): Promise<T> {
    return await this.#alone(() => {
      // Another program may have released or changed something since.
      this.state.refresh();
      const files = new StagedFiles();
      const told = stage(files);
      const act = this.log.add(told.label, told.id ?? null, files.changes);
      try {
        files.commit(this.content);
      } catch (error) {
        this.log.drop(act);
        throw error instanceof Error ? new Refusal(error.message) : error;
      }
      this.#readAgain([...files.changes.keys()]);
      return told;
    });
  }

  /** Does something while no other command writes into the content. */
  async #alone<T>(act: () => T): Promise<T> {
    try {
      return await withContentLock(this.content, act);
    } catch (error) {
      if (error instanceof LockedContent) throw new Refusal(error.message);
      throw error;
    }
  }

  #checkVersion(paths: readonly string[], was: string): void {
    if (versionOf(paths) === was) return;
    for (const path of paths) this.#open.delete(path);
    this.#readAgain(paths);
    throw new ChangedMeanwhile(
      `${paths.map((path) => `\`${shownPath(path)}\``).join(' or ')} was changed by another program since it was shown here. Nothing was done. This is how it is now.`,
    );
  }

  #isNamed(speaker: string, outside: readonly string[]): boolean {
    const rows = this.index.all('SELECT DISTINCT path FROM item WHERE speaker = ? AND NOT is_more', speaker);
    return rows.some(({ path }) => !outside.includes(recordPathOf(String(path))));
  }

  /** Takes up files that were changed. */
  #readAgain(paths: readonly string[]): void {
    const articles = new Set<string>();
    for (const path of paths) {
      if (basename(dirname(path)) === 'speakers') this.state.refreshSpeaker(path);
      else if (/\.(?:md|statements\.yaml)$/.test(path)) articles.add(path.replace(/\.statements\.yaml$/, '.md'));
    }
    for (const path of articles) this.index.updateArticle(articlePath(path));
  }
}

/** An article's file, by its path. */
export function articlePath(path: string): ArticlePath {
  const name = parseFileName(basename(path));
  if (!name) throw new Refusal(`\`${shownPath(path)}\` is not the file of an article.`);
  return { path, ...name };
}
