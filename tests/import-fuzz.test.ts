import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf } from '../src/base/day.ts';
import { importBatch } from '../src/import/import-batch.ts';
import type { Outcome } from '../src/import/place-article.ts';
import { check } from '../src/cli/check.ts';
import { contentsOf, emptyFolder } from './command.ts';

/** The files of all import cases. */
const SAMPLES = readdirSync('tests/fixtures/import', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !/^(?:expected|options)\.txt$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
  .toSorted();

/** Imports one file into a content folder; returns what became of it, and of what is in it. */
async function importInto(content: string, name: string, bytes: Uint8Array): Promise<Outcome[]> {
  const path = join(emptyFolder(), 'folder', name);
  mkdirSync(dirname(path));
  writeFileSync(path, bytes);
  const outcomes: Outcome[] = [];
  await importBatch({
    paths: [path],
    options: {
      supplied: {},
      defaults: { date: dayOf(new Date('2020-01-02')) },
      isDatedByName: false,
      map: {},
      drop: [],
      posts: { types: ['post'], statuses: ['publish'] },
    },
    content,
    isWriting: true,
    isUpdating: true,
    today: dayOf(new Date('2026-01-01')),
    onOutcome: (outcome) => outcomes.push(outcome),
    onMap: () => undefined,
  });
  // Nothing is written beside the file, or elsewhere in its folder.
  expect([...contentsOf(dirname(dirname(path))).keys()]).toEqual([`/folder/${name}`]);
  return outcomes;
}

test('whatever a file contains, it is imported or refused with what to do, and check accepts what is written', async () => {
  const content = emptyFolder();
  writeFileSync(join(content, 'archive.yaml'), readFileSync('content/archive.yaml'));
  const sample = fc.constantFrom(...SAMPLES);
  const place = fc.double({ min: 0, max: 1, noNaN: true });
  const change = fc.oneof(
    fc.record({ kind: fc.constant('cut'), from: place, to: place, bytes: fc.constant(new Uint8Array()) }),
    fc.record({ kind: fc.constant('put'), from: place, to: fc.constant(0), bytes: fc.uint8Array({ maxLength: 40 }) }),
    fc.record({ kind: fc.constant('put'), from: place, to: fc.constant(0), bytes: fc.constantFrom(...HOSTILE) }),
  );
  await fc.assert(
    fc.asyncProperty(sample, fc.array(change, { minLength: 1, maxLength: 4 }), async (path, changes) => {
      let bytes: Uint8Array = readFileSync(path);
      for (const { kind, from, to, bytes: more } of changes) {
        const [start, end] = [Math.floor(from * bytes.length), Math.floor(to * bytes.length)];
        const rest = bytes.subarray(kind === 'cut' ? Math.max(start, end) : start);
        bytes = Buffer.concat([bytes.subarray(0, kind === 'cut' ? Math.min(start, end) : start), more, rest]);
      }
      const outcomes = await importInto(content, `sample${extname(path)}`, bytes);
      expect(outcomes.length).toBeGreaterThan(0);
      for (const { status, problem, path: written } of outcomes) {
        if (status === 'refused') expect(problem).toMatch(/\S.*[.)]$/s);
        else expect(written?.startsWith(content)).toBe(true);
      }
    }),
    { numRuns: 300, seed: 17 },
  );
  let output = '';
  const print = (text: string): void => {
    output += `${text}\n`;
  };
  await check([], { environment: { VERBATIM_CONTENT: content }, print, warn: print });
  expect(output).toContain('No problems');
});

/** Pieces of text that break what does not expect them. */
const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '---\n---\n',
  ']]>',
  '\u0000',
  '\ufffe',
  '\u202e',
  '<![CDATA[',
  '../../../etc/passwd',
  '{{< x >}}',
  '“'.repeat(50),
  '*_[`'.repeat(50),
  '<div>'.repeat(300),
  '> '.repeat(200),
  '\n'.repeat(500),
].map((text) => Buffer.from(text));
