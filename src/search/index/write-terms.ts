import { type Group, type IndexedLead, writeBlock } from '../query/block.ts';
import { ByteWriter } from '../query/bytes.ts';
import { type IndexPart, isSpeakerForm, wordOfSpeakerForm } from '../query/format.ts';
import { filedUnder, hashOf, type SpellingFile, spellingFile } from '../query/spelling.ts';
import type { FileWriter } from './file-writer.ts';
import { ListPacker } from './list-packer.ts';
import type { PartLayout } from './plan-parts.ts';
import type { TermRuns } from './term-runs.ts';

/** The number of words per spelling file, before each is filed under several keys. */
const WORDS_A_SPELLING = 1024;

/**
 * Writes the terms, with their lists, in blocks, and the spellings of the words. A block that is half full ends before a
 * key whose hash says so: a new word then changes only one or two blocks.
 *
 * @param leads what each word leads to
 */
export function writeTerms(
  terms: TermRuns,
  leads: ReadonlyMap<string, IndexedLead[]>,
  { keysABlock, inline }: PartLayout,
  files: FileWriter,
): Pick<IndexPart, 'keys' | 'blocks' | 'spellings'> {
  const spread = keysABlock(keysOf(terms, leads).reduce((count) => count + 1, 0));

  const written: Pick<IndexPart, 'keys' | 'blocks'> = { keys: [], blocks: [] };
  const packer = new ListPacker(files, inline);
  const words = new Map<string, number>();
  let groups: Group[] = [];
  let before = '';
  const end = (): void => {
    packer.close();
    const block = new ByteWriter();
    writeBlock(block, groups);
    written.keys.push(shortestAfter(before, groups[0]?.key ?? ''));
    written.blocks.push(files.write(block.view()));
    before = groups.at(-1)?.key ?? '';
    groups = [];
  };
  for (const group of keysOf(terms, leads, packer)) {
    if (groups.length >= spread / 2 && (hashOf(group.key) % (spread / 4) === 0 || groups.length >= spread)) end();
    groups.push(group);
    if (group.key.includes(':')) continue;
    for (const { form, count } of group.terms) {
      const word = isSpeakerForm(form) ? wordOfSpeakerForm(form) : form;
      words.set(word, (words.get(word) ?? 0) + count);
    }
  }
  if (groups.length > 0) end();
  return { ...written, spellings: writeSpellings(words, files) };
}

/** The groups in the order of their keys; without a packer, only the keys. */
function* keysOf(terms: TermRuns, leads: ReadonlyMap<string, IndexedLead[]>, packer?: ListPacker): Generator<Group> {
  const names = [...leads.keys()].sort();
  let next = 0;
  let group: Group | null = null;
  const start = (key: string): Group => ({ key, terms: [], leads: leads.get(key) ?? [] });
  for (const term of terms.terms()) {
    if (group && group.key !== term.key) {
      yield group;
      group = null;
    }
    for (; (names[next] ?? term.key) < term.key; next++) yield start(names[next] ?? '');
    if (names[next] === term.key) next++;
    group ??= start(term.key);
    if (packer) group.terms.push(packer.pack(term));
  }
  if (group) yield group;
  for (; next < names.length; next++) yield start(names[next] ?? '');
}

/** The shortest prefix of a key that sorts after another key. */
function shortestAfter(other: string, key: string): string {
  let length = 1;
  while (length < key.length && key.slice(0, length) <= other) length++;
  return key.slice(0, length);
}

function writeSpellings(words: ReadonlyMap<string, number>, files: FileWriter): string[] {
  const count = 2 ** Math.max(0, Math.ceil(Math.log2(words.size / WORDS_A_SPELLING)));
  const filed = Array.from({ length: count }, () => new Set<string>());
  for (const word of words.keys()) {
    for (const key of filedUnder(word)) filed[spellingFile(key, count)]?.add(word);
  }
  return filed.map((set) => {
    const sorted = [...set].sort();
    const sizes = sorted.map((word) => Math.floor(Math.log2(words.get(word) ?? 1)).toString(36)).join('');
    return files.write(JSON.stringify({ words: sorted, sizes } satisfies SpellingFile));
  });
}
