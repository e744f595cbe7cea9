import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Address, speakerAddress, statementAddress } from '../article/address.ts';
import type { Problem } from '../base/problem.ts';
import { replaceFile } from '../base/write-file.ts';
import { filesBelow, readText } from './content-file.ts';
import { shownPath } from './settings.ts';
import type { FormerAddress } from './former.ts';
import type { Article, Speaker } from './types.ts';

/** Every address that the archive ever had, and the file and line that say so. */
export type Ledger = Map<string, { file: string; line: number }>;

/** The ledger's file for articles and statements of a year, or for speakers. */
const SPEAKERS = 'speakers';

/** An address of an article, a statement or a speaker: what a ledger lists. */
const ADDRESS = /^\/(?:\d{4}\/\d{2}\/\d{2}\/[a-z0-9-]+|s\/[0-9a-hjkmnp-tv-z]{10}|speakers\/[a-z0-9-]+)\/$/;

/** Reads `ledger/`: one address a line. A line that is none is a problem, and nothing is made of it. */
export function readLedger(content: string): { ledger: Ledger; problems: Problem[] } {
  const ledger: Ledger = new Map();
  const { files, problems } = filesBelow(join(content, 'ledger'));
  for (const path of files.filter((name) => name.endsWith('.txt'))) {
    const file = shownPath(path);
    const { text, problems: unread } = readText(path);
    problems.push(...unread);
    for (const [index, entry] of text.split('\n').entries()) {
      const address = entry.trim();
      if (ADDRESS.test(address)) ledger.set(address, { file, line: index + 1 });
      else if (address !== '') problems.push({ file, line: index + 1, message: notAnAddress(address) });
    }
  }
  return { ledger, problems };
}

/** The articles of a ledger. */
export const articleAddresses = (ledger: Ledger): Address[] =>
  [...ledger.keys()].filter((address) => /^\/\d/.test(address)) as Address[];

function notAnAddress(line: string): string {
  return /^(?:<{7}|={7}|>{7}|\|{7})/.test(line)
    ? `\`${line}\` is the mark of a merge conflict. Keep the addresses of both sides and remove the marks.`
    : `\`${line}\` is not an address of this archive. Restore the line from an earlier version of the file.`;
}

/** The addresses that an archive has, by the ledger file that they belong to. Drafts have none yet. */
export function archiveAddresses(articles: readonly Article[], speakers: readonly Speaker[]): Map<string, Address[]> {
  const addresses = new Map<string, Address[]>();
  const add = (name: string, more: readonly Address[]): void => {
    const known = addresses.get(name) ?? [];
    for (const address of more) known.push(address);
    addresses.set(name, known);
  };
  for (const { address, day, isDraft, statements, gone } of articles) {
    if (!isDraft) add(day.slice(0, 4), [address, ...[...statements, ...gone].map(({ id }) => statementAddress(id))]);
  }
  const own = speakers.filter(({ mergedInto }) => !mergedInto);
  add(
    SPEAKERS,
    own.map(({ id }) => speakerAddress(id)),
  );
  return addresses;
}

/** Checks that every address of the archive is in the ledger, and every one of the ledger has a page. */
export function checkLedger(
  ledger: Ledger,
  articles: readonly Article[],
  speakers: readonly Speaker[],
  former: readonly FormerAddress[],
): Problem[] {
  const addresses = new Set([...archiveAddresses(articles, speakers).values()].flat());
  const answered = new Set([...addresses, ...former.map(({ address }) => address)]);
  const files = new Map<string, string>([
    ...articles.flatMap(({ address, file, recordFile, statements, gone }): [string, string][] => [
      [address, file],
      ...[...statements, ...gone].map(({ id }): [string, string] => [statementAddress(id), recordFile]),
    ]),
    ...speakers.map(({ id, file }): [string, string] => [speakerAddress(id), file]),
  ]);
  const unknown = [...addresses].filter((address) => !ledger.has(address));
  const lost = [...ledger].filter(([address]) => !answered.has(address as Address));
  return [
    ...unknown.map((address) => ({
      file: files.get(address) ?? '',
      line: 1,
      message: `Its address \`${address}\` is not in the ledger yet. Run \`npm run record\`, which adds it.`,
    })),
    ...lost.map(([address, { file, line }]) => ({
      file,
      line,
      message: `The address \`${address}\` was published, and nothing in the archive has it now. ${remedy(address)}`,
    })),
  ];
}

/** Appends to the ledger what it lacks; gives the addresses added. Nothing is ever taken out of it. */
export function extendLedger(content: string, articles: readonly Article[], speakers: readonly Speaker[]): Address[] {
  const { ledger } = readLedger(content);
  return [...archiveAddresses(articles, speakers)].flatMap(([name, addresses]) => {
    const missing = addresses.filter((address) => !ledger.has(address));
    if (missing.length === 0) return [];
    const path = join(content, 'ledger', `${name}.txt`);
    const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
    const needsBreak = before !== '' && !before.endsWith('\n');
    replaceFile(path, `${before}${needsBreak ? '\n' : ''}${missing.join('\n')}\n`);
    return missing;
  });
}

function remedy(address: string): string {
  const name = basename(address);
  if (address.startsWith('/s/')) {
    return `Put its entry back into the record, or run \`npm run record\`, which adds \`${name}\` to former-addresses.yaml.`;
  }
  return 'Put its file back under its old name, or run `npm run record`, which adds it to former-addresses.yaml.';
}
