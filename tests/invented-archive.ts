import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Day } from '../src/base/day.ts';
import { planRelease } from '../src/site/release/plan-release.ts';
import { commitLedger } from '../src/site/release/release.ts';
import { type CommandName, emptyFolder, type Outcome, run } from './command.ts';

/** An entry of a record, as it is stored. */
export interface StoredEntry {
  id: string;
  quote: string[];
  speaker?: string;
  described?: true | string;
  proposed?: string;
  source?: unknown;
  status: string;
  sure?: boolean;
  history?: { speaker?: string; described?: string; why: string }[];
}
export interface StoredRecord {
  version: number;
  searched?: string;
  statements: StoredEntry[];
  dismissed?: { quote: string[]; occurrence?: number; before?: string }[];
  gone?: { id: string; was?: string; why: string; withhold?: boolean }[];
}

/** An archive of invented news in a temporary folder, edited and published with the project's commands. */
export class InventedArchive {
  readonly content = emptyFolder();
  readonly out = join(emptyFolder(), 'site');

  /** @param publish which statements are public; by default, the project's default */
  constructor(publish?: 'confirmed' | 'sure' | 'all') {
    mkdirSync(join(this.content, 'articles'));
    const lines = [
      'title: The harbour',
      'description: Invented.',
      'languages: en',
      'baseUrl: https://harbour.example',
      'contact: errors@harbour.example',
      'rights: None.',
      ...(publish ? [`publish: ${publish}`] : []),
    ];
    writeFileSync(join(this.content, 'archive.yaml'), `${lines.join('\n')}\n`);
  }

  path(name: string, ending: '.md' | '.statements.yaml' = '.statements.yaml'): string {
    return join(this.content, `articles/${name}${ending}`);
  }

  /** Writes an article; its name begins with its day. */
  write(name: string, paragraphs: readonly string[], fields: readonly string[] = []): void {
    const frontmatter = [`date: ${name.slice(0, 10)}`, 'title: An article', ...fields].join('\n');
    writeFileSync(this.path(name, '.md'), `---\n${frontmatter}\n---\n\n${paragraphs.join('\n\n')}\n`);
  }

  run(command: CommandName, ...args: string[]): Promise<Outcome> {
    return run(command, args, { VERBATIM_CONTENT: this.content, VERBATIM_OUT: this.out });
  }

  /** Runs a command that is expected to succeed; returns what it printed. */
  async done(command: CommandName, ...args: string[]): Promise<string> {
    const { code, output } = await this.run(command, ...args);
    if (code !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${output}`);
    return output;
  }

  /** Makes everything public as a release does, but without building the site. */
  released(day = '2024-12-31'): void {
    commitLedger(this.content, planRelease(this.content, day as Day).ledger);
  }

  record(name: string): string {
    return readFileSync(this.path(name), 'utf8');
  }

  stored(name: string): StoredRecord {
    return parse(this.record(name)) as StoredRecord;
  }

  /** The id of the statement that begins with the given words. */
  idOf(name: string, words: string): string {
    const entry = this.stored(name).statements.find(({ quote }) => quote[0]?.startsWith(words));
    if (!entry) throw new Error(`No statement of ${name} begins with “${words}”.`);
    return entry.id;
  }

  /** Replaces part of a record, as an editor would. */
  edit(name: string, from: string | RegExp, to: string | (() => string)): void {
    const before = this.record(name);
    const after = typeof to === 'string' ? before.replace(from, to) : before.replace(from, to);
    if (after === before) throw new Error(`The record of ${name} does not contain ${from}.`);
    writeFileSync(this.path(name), after);
  }

  /** The lines of the ledger. */
  ledger(): string[] {
    const folder = join(this.content, 'ledger');
    if (!existsSync(folder)) return [];
    const files = readdirSync(folder).filter((name) => /^\w+\.txt$/.test(name));
    return files.flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean));
  }

  /** A file of the built site. */
  built(path: string): string {
    return readFileSync(join(this.out, path), 'utf8');
  }

  has(path: string): boolean {
    return existsSync(join(this.out, path));
  }

  /** The files of the built site that contain a text, except those whose paths match `but`. */
  containing(text: string, but = /^$/): string[] {
    return readdirSync(this.out, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => !but.test(path.slice(this.out.length)) && readFileSync(path).includes(text))
      .map((path) => path.slice(this.out.length));
  }
}
