import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { lookup } from 'mrmime';
import type { Settings } from '../../base/settings.ts';
import { Archive } from '../../catalogue/archive.ts';
import type { Database } from '../../catalogue/database.ts';
import { storeMade } from '../../catalogue/made.ts';
import { updateCatalogue } from '../../catalogue/update.ts';
import { dataFile } from '../data/data-files.ts';
import { type Content, fileAt } from '../files.ts';
import { indexData } from './data-index.ts';
import { madeFile } from './made-file.ts';
import { indexStatements, STATEMENT_INDEX } from './index-statements.ts';
import { cataloguePath, rootOf, workOf } from './work-paths.ts';

/** What searches statements; their index is made when it is first asked for. */
const NEEDS_INDEX = /^\/(?:search|check|statement-index)\//;

/** The content folder that a development server shows. */
export class DevContent {
  readonly #settings: Settings;
  readonly #own: string;
  readonly #catalogue: string;
  readonly #root: string;
  isStale = true;
  #updating: Promise<Database> | undefined;
  #indexed: Database | undefined;

  constructor(settings: Settings) {
    this.#settings = settings;
    this.#own = workOf(settings.out);
    this.#catalogue = cataloguePath(this.#own, settings);
    this.#root = rootOf(settings);
    process.env['VERBATIM_CATALOGUE'] = this.#catalogue;
    mkdirSync(this.#own, { recursive: true });
  }

  get folder(): string {
    return this.#settings.content;
  }

  /** Answers a request for a file that is not a page; returns whether it did, so that nobody else has to. */
  async answer(url: string, response: ServerResponse): Promise<boolean> {
    const { pathname } = new URL(url, 'http://localhost');
    if (!pathname.startsWith(this.#root)) return false;
    const path = pathname.slice(this.#root.length - 1);
    const database = await this.#update();
    if (NEEDS_INDEX.test(path)) await this.#index(database);
    if (path === '/about/')
      indexData(database, (name) => madeFile(name, toBytes(dataFile(new Archive(database), name) ?? '')));
    const content = path.endsWith('/') ? null : await this.#fileAt(database, path);
    if (content === null) return false;
    response.setHeader('Content-Type', lookup(path) ?? 'text/plain; charset=utf-8');
    response.end(toBytes(content));
    return true;
  }

  #fileAt(database: Database, path: string): Promise<Content | null> {
    const inIndex = join(this.#own, path);
    if (path.startsWith(`/${STATEMENT_INDEX}/`) && existsSync(inIndex)) return readFile(inIndex);
    return fileAt(new Archive(database), path);
  }

  /** Indexes the statements, if that was not done since they changed. */
  async #index(database: Database): Promise<void> {
    if (this.#indexed === database) return;
    this.#indexed = database;
    const folder = join(this.#own, STATEMENT_INDEX);
    rmSync(folder, { recursive: true, force: true });
    const { entry } = await indexStatements(database, folder);
    storeMade(database, 'statementIndex', entry);
  }

  /** The catalogue, up to date. */
  async #update(): Promise<Database> {
    if (this.isStale || !this.#updating) {
      this.isStale = false;
      const before = this.#updating;
      this.#updating = (async () => {
        (await before?.catch(() => null))?.connection.close();
        return updateCatalogue(this.#catalogue, this.#settings);
      })();
    }
    try {
      return await this.#updating;
    } catch (error) {
      this.isStale = true;
      throw error;
    }
  }
}

const toBytes = (content: Content): Uint8Array | string =>
  typeof content === 'string' || content instanceof Uint8Array ? content : [...content].join('');
