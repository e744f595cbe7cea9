import type { StatementId } from '../base/ids.ts';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Address, speakerAddress, statementAddress } from '../text/address.ts';
import type { Problem } from '../base/problem.ts';
import { filesBelow, type FolderFiles, readText } from './content-file.ts';
import { shownPath } from '../base/settings.ts';
import type { FormerAddress } from './former.ts';
import type { Article, Speaker } from './types.ts';

/** Every address that was ever released, and the file and line that say so. */
export type Ledger = Map<Address, { file: string; line: number }>;

/** The ledger's file for articles and statements of a year, or for speakers. */
const SPEAKERS = 'speakers.txt';

/** An address of an article, a statement or a speaker: what a ledger lists. */
const ADDRESS = /^\/(?:\d{4}\/\d{2}\/\d{2}\/[a-z0-9-]+|s\/[0-9a-hjkmnp-tv-z]{10}|speakers\/[a-z0-9-]+)\/$/;

const isAddress = (text: string): text is Address => ADDRESS.test(text);

/** Told once a file, by `readText`. */
const CONFLICT_MARK = /^(?:<{7}|={7}|>{7}|\|{7})/;

/** The files of a ledger. */
export function listLedger(folder: string): FolderFiles {
  const { files, problems } = filesBelow(folder);
  return { files: files.filter((name) => name.endsWith('.txt')), problems };
}

/** Reads one file of a ledger: one address a line. A line that is none is a problem, and nothing is made of it. */
export function readLedgerFile(path: string): { entries: [address: Address, line: number][]; problems: Problem[] } {
  const file = shownPath(path);
  const { text, problems } = readText(path);
  const entries: [Address, number][] = [];
  for (const [index, entry] of text.split('\n').entries()) {
    const address = entry.trim();
    if (isAddress(address)) entries.push([address, index + 1]);
    else if (address !== '' && !CONFLICT_MARK.test(address))
      problems.push({ file, line: index + 1, message: notAnAddress(address) });
  }
  return { entries, problems };
}

/** Reads a ledger. */
export function readLedger(content: string, folder = join(content, 'ledger')): { ledger: Ledger; problems: Problem[] } {
  const ledger: Ledger = new Map();
  const { files, problems } = listLedger(folder);
  for (const path of files) {
    const read = readLedgerFile(path);
    problems.push(...read.problems);
    for (const [address, line] of read.entries) ledger.set(address, { file: shownPath(path), line });
  }
  return { ledger, problems };
}

/** Whether a statement was released. */
export const isReleased = (ledger: Ledger, id: StatementId | undefined): boolean =>
  id !== undefined && ledger.has(statementAddress(id));

/** Whether an address is that of an article, which begins with a year. */
export const isArticle = (address: string): address is Address => /^\/\d{4}\//.test(address);

/** The articles of a ledger. */
export const articleAddresses = (ledger: Ledger): Address[] => [...ledger.keys()].filter(isArticle);

const notAnAddress = (line: string): string =>
  `\`${line}\` is not an address of this archive. Restore the line from an earlier version of the file.`;

/** The addresses of articles, their statements and speakers, by the ledger file that they belong to. Drafts have none yet. */
export function archiveAddresses(articles: readonly Article[], speakers: readonly Speaker[]): Map<string, Address[]> {
  const addresses = new Map<string, Address[]>();
  const add = (name: string, more: readonly Address[]): void => {
    const known = addresses.get(name) ?? [];
    for (const address of more) known.push(address);
    addresses.set(name, known);
  };
  for (const { address, day, isDraft, statements, gone } of articles) {
    if (!isDraft)
      add(`${day.slice(0, 4)}.txt`, [address, ...[...statements, ...gone].map(({ id }) => statementAddress(id))]);
  }
  const own = speakers.filter(({ mergedInto }) => !mergedInto);
  add(
    SPEAKERS,
    own.map(({ id }) => speakerAddress(id)),
  );
  return addresses;
}

/** Checks that every address of the ledger has a page, leads on, or is said to be gone. */
export function checkLedger(
  ledger: Ledger,
  articles: readonly Article[],
  speakers: readonly Speaker[],
  former: readonly FormerAddress[],
): Problem[] {
  const answered = new Set<string>([
    ...[...archiveAddresses(articles, speakers).values()].flat(),
    ...former.map(({ address }) => address),
  ]);
  return [...ledger]
    .filter(([address]) => !answered.has(address))
    .map(([address, place]) => lostAddress(address, place));
}

/** What to say of a released address that nothing has now, at its line of the ledger. */
export const lostAddress = (address: Address, { file, line }: { file: string; line: number }): Problem => ({
  file,
  line,
  message: `The address \`${address}\` was released, and nothing in the archive has it now. ${remedy(address)}`,
});

/**
 * The files of a ledger with more addresses at their ends; nothing is ever taken out of it.
 *
 * @param more new addresses, by the name of their file
 * @returns the texts of all files, by name
 */
export function extendedLedger(content: string, more: ReadonlyMap<string, readonly Address[]>): Map<string, string> {
  const folder = join(content, 'ledger');
  const names = new Set([...filesBelow(folder).files.map((path) => basename(path)), ...more.keys()]);
  return new Map(
    [...names].map((name) => {
      const path = join(folder, name);
      const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
      const needsBreak = before !== '' && !before.endsWith('\n');
      const added = (more.get(name) ?? []).map((address) => `${address}\n`).join('');
      return [name, added === '' ? before : `${before}${needsBreak ? '\n' : ''}${added}`];
    }),
  );
}

function remedy(address: string): string {
  const name = basename(address);
  if (address.startsWith('/s/')) {
    return `Put its entry back into the record, or run \`npm run record\`, which adds \`${name}\` to former-addresses.yaml.`;
  }
  return 'Put its file back under its old name, or run `npm run record`, which adds it to former-addresses.yaml.';
}
