import { createHash } from 'node:crypto';
import { missingMonths } from '../../archive/periods.ts';
import type { StatementRow } from '../../archive/statement-row.ts';
import { ByteWriter } from '../static/bytes.ts';
import { type Entry, factKey, FORMAT, NAMES_A_FILE, RECORDS_A_COLUMN, recordsAFile, TYPES } from '../static/format.ts';
import { lengthOf } from '../static/postings.ts';
import { loadStemmers, primaryLanguage, type Stemmer } from '../stems.ts';
import { formsOf } from '../words.ts';
import { FileWriter } from './file-writer.ts';
import { orderRows } from './ordered-rows.ts';
import { RecordPacker } from './record-packer.ts';
import { termName, TermRuns } from './term-runs.ts';
import { writeTerms } from './write-terms.ts';

/** Hexadecimal digits of the version. */
const VERSION = 12;

/** The index that was written. */
export interface BuiltIndex {
  /** The name of the entry, which a page needs to open it. */
  entry: string;
  statements: number;
}

/**
 * Builds the static index of statements, with memory that does not grow with their texts.
 *
 * @param lines rows of `statements.ndjson`, in any order: the same rows make the same files
 * @param folder a folder for nothing else
 * @param articleDays the days of all articles, for the months without one; left out: those of the statements
 */
export async function buildStatements(
  lines: AsyncIterable<string> | Iterable<string>,
  folder: string,
  articleDays?: readonly string[],
): Promise<BuiltIndex> {
  const files = new FileWriter(folder);
  const terms = new TermRuns();
  try {
    const { count, rows } = await orderRows(lines);
    const aFile = recordsAFile(count);
    const records = new RecordPacker(files, aFile);
    const columns = new Columns(files);
    const words = new WordGatherer(terms);
    const version = createHash('sha256');
    const years = new Map<number, number>();
    const days = new Set<string>();
    let record = 0;
    for (const { row, line } of rows) {
      version.update(`${line}\n`);
      const year = Number(row.published.slice(0, 4));
      if (!years.has(year)) years.set(year, record);
      days.add(row.published);
      records.add(row);
      columns.add(row);
      await words.add(row, record++);
    }
    const [first, last] = [[...days][0], [...days].at(-1)];
    const { keys, blocks, spellings } = writeTerms(terms, columns.named(), files);
    const entry: Entry = {
      format: FORMAT,
      version: version.digest('hex').slice(0, VERSION),
      statements: count,
      days: first && last ? [first, last] : [],
      gaps: missingMonths(articleDays ?? [...days]),
      languages: words.languages(),
      years: [...years],
      keys,
      blocks,
      aFile,
      records: records.close(),
      ...columns.close(),
      spellings,
    };
    return { entry: files.write(JSON.stringify(entry)), statements: count };
  } finally {
    terms.remove();
  }
}

/** Gathers the words and facts of rows as terms. */
class WordGatherer {
  readonly #terms: TermRuns;
  /** The name of each form's term, by language. */
  readonly #stems = new Map<string, { stem: Stemmer; known: Map<string, string> }>();

  constructor(terms: TermRuns) {
    this.#terms = terms;
  }

  async add(row: StatementRow, record: number): Promise<void> {
    const { stem, known } = await this.#language(primaryLanguage(row.language));
    const places = new Map<string, number[]>();
    const forms = formsOf(row.text);
    for (const [place, form] of forms.entries()) {
      const before = places.get(form);
      if (before) before.push(place);
      else places.set(form, [place]);
    }
    for (const [form, at] of places) {
      let name = known.get(form);
      if (name === undefined) known.set(form, (name = termName(stem(form), form)));
      this.#terms.add(name, record, lengthOf(forms.length), at);
    }
    for (const fact of factsOf(row)) this.#terms.add(termName(fact, fact), record, 0, []);
  }

  languages(): string[] {
    return [...this.#stems.keys()].sort();
  }

  async #language(language: string): Promise<{ stem: Stemmer; known: Map<string, string> }> {
    const before = this.#stems.get(language);
    if (before) return before;
    const stem = (await loadStemmers([language])).get(language) ?? ((form: string) => form);
    const made = { stem, known: new Map<string, string>() };
    this.#stems.set(language, made);
    return made;
  }
}

/** What can be asked of a statement besides its words. */
function factsOf({ speaker, type, status, article }: StatementRow): Set<string> {
  const facts = [factKey('type', type), factKey('status', status)];
  if (speaker) facts.push(factKey('speaker', speaker.id));
  if (article.outlet) facts.push(factKey('outlet', foldFact(article.outlet)));
  for (const topic of article.topics) facts.push(factKey('topic', foldFact(topic)));
  return new Set(facts);
}

/** A fact as it is looked up: however it is written, its words alone count. */
export const foldFact = (value: string): string => formsOf(value).join(' ');

/** Gathers the speaker and the type of each record. */
class Columns {
  readonly #files: FileWriter;
  readonly #columns: string[] = [];
  readonly #speakers = new Map<string, { number: number; name: string; count: number }>();
  #open = new ByteWriter();
  #held = 0;

  constructor(files: FileWriter) {
    this.#files = files;
  }

  add({ speaker, type }: StatementRow): void {
    if (this.#held === RECORDS_A_COLUMN) this.#end();
    this.#open.number(this.#numberOf(speaker) * TYPES.length + TYPES.indexOf(type));
    this.#held++;
  }

  /** The speakers, with the number of their statements. */
  named(): { id: string; name: string; count: number }[] {
    return Array.from(this.#speakers, ([id, { name, count }]) => ({ id, name, count }));
  }

  close(): { columns: string[]; speakers: string[] } {
    if (this.#held > 0) this.#end();
    const names = Array.from(this.#speakers, ([id, { name }]) => [id, name]);
    const speakers: string[] = [];
    for (let from = 0; from < names.length; from += NAMES_A_FILE) {
      speakers.push(this.#files.write(JSON.stringify(names.slice(from, from + NAMES_A_FILE))));
    }
    return { columns: this.#columns, speakers };
  }

  /** A number from 1 in the order of first words, so that a new speaker changes no other's; 0 for nobody. */
  #numberOf(speaker: StatementRow['speaker']): number {
    if (!speaker) return 0;
    const { id, name } = speaker;
    let known = this.#speakers.get(id);
    if (!known) this.#speakers.set(id, (known = { number: this.#speakers.size + 1, name, count: 0 }));
    known.count++;
    return known.number;
  }

  #end(): void {
    this.#columns.push(this.#files.write(this.#open.view()));
    this.#open = new ByteWriter();
    this.#held = 0;
  }
}
