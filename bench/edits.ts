/**
 * `npm run bench:edits`: what random edits do to the addresses of an invented archive whose truth is known. Prints how many
 * promises broke, and how often `record` asked although the text tells the statements apart.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runEdits } from '../tools/edits/run-edits.ts';

const SEEDS = [1, 2, 3, 4];
const EDITS_A_SEED = 500;
const SHOWN = 10;

const reports = SEEDS.map((seed) => {
  const content = mkdtempSync(join(tmpdir(), 'verbatim-edits-'));
  try {
    return runEdits(content, seed, EDITS_A_SEED);
  } finally {
    rmSync(content, { recursive: true });
  }
});
const broken = reports.flatMap((report) => report.broken);
const sum = (count: (report: (typeof reports)[number]) => number): number =>
  reports.reduce((total, report) => total + count(report), 0);
const [clear, asked] = [sum((report) => report.clear), sum(({ askedThough }) => askedThough.length)];

console.log(`edits: ${sum(({ edits }) => edits)}`);
console.log(`addresses that showed something else, or are gone while their words remain: ${broken.length}`);
for (const message of broken.slice(0, SHOWN)) console.log(`  ${message}`);
console.log(`asked, after edits that changed no statement's words or name: ${asked} of ${clear}`);
for (const edit of new Set(reports.flatMap((report) => [...report.asked.keys()])).values()) {
  console.log(`  asked after "${edit}": ${sum((report) => report.asked.get(edit) ?? 0)}`);
}
