import { createHash } from 'node:crypto';
import type { StatementRow } from '../../content/rows/statement-row.ts';
import { type IndexPart, type MonthFile, NAMES_A_FILE, type SpeakerFile } from '../query/format.ts';
import { ColumnPacker } from './column-packer.ts';
import type { FileWriter } from './file-writer.ts';
import { type GatheredLeads, LeadGatherer } from './lead-gatherer.ts';
import type { PlannedPart } from './plan-parts.ts';
import { RecordPacker } from './record-packer.ts';
import { TermRuns } from './term-runs.ts';
import { WordGatherer } from './word-gatherer.ts';
import { writeTerms } from './write-terms.ts';

/** A statement, with its line in `statements.ndjson`. */
export interface IndexedRow {
  row: StatementRow;
  line: string;
}

/** A part of the index that was built, with what the entry and the next part need to know of it. */
export interface BuiltPart {
  part: IndexPart;
  statements: number;
  /** A digest of its statements. */
  digest: string;
  /** The first and the last day of publication. */
  days: [string, string];
  months: MonthFile;
  languages: string[];
  /** The speakers and topics up to its last statement. */
  leads: GatheredLeads;
}

/**
 * Builds a part of the index; the memory it needs does not grow with the texts.
 *
 * @param rows its statements in the order of publication, and perhaps those after
 * @param before the leads of the statements before it
 */
export async function buildPart(
  { first, count, layout }: PlannedPart,
  rows: Iterator<IndexedRow>,
  before: GatheredLeads,
  otherNames: ReadonlyMap<string, readonly string[]>,
  files: FileWriter,
): Promise<BuiltPart> {
  const terms = new TermRuns();
  try {
    const records = new RecordPacker(files, layout);
    const columns = new ColumnPacker(files);
    const words = new WordGatherer(terms);
    const digest = createHash('sha256');
    const leads = new LeadGatherer(otherNames, before);
    const months = new Map<string, number>();
    const days = ['', ''] as [string, string];
    for (let record = 0; record < count; record++) {
      const next = rows.next();
      if (next.done) throw new RangeError(`There are only ${first + record} statements of ${first + count}`);
      const { row, line } = next.value;
      digest.update(`${line}\n`);
      const month = row.published.slice(0, 'YYYY-MM'.length);
      if (!months.has(month)) months.set(month, first + record);
      days[0] ||= row.published;
      days[1] = row.published;
      records.add(row);
      columns.add(leads.add(row), row.type);
      await words.add(row, record);
    }
    const part: IndexPart = {
      first,
      firstSpeaker: before.speakers.length,
      ...writeTerms(terms, await leads.byStem(), layout, files),
      inline: layout.inline,
      ...layout.records,
      records: records.close(),
      columns: columns.close(),
      speakers: writeSpeakers(leads.gathered.speakers.slice(before.speakers.length), files),
    };
    return {
      part,
      statements: count,
      digest: digest.digest('hex'),
      days,
      months: [...months],
      languages: words.languages(),
      leads: leads.gathered,
    };
  } finally {
    terms.remove();
  }
}

function writeSpeakers(speakers: GatheredLeads['speakers'], files: FileWriter): string[] {
  const names: SpeakerFile = speakers.map(({ lead: { id, name } }) => [id, name]);
  const written: string[] = [];
  for (let from = 0; from < names.length; from += NAMES_A_FILE) {
    written.push(files.write(JSON.stringify(names.slice(from, from + NAMES_A_FILE))));
  }
  return written;
}
