import { parseSpeakerId, parseStatementId } from '../base/ids.ts';
import { withContentLock } from '../content/content-lock.ts';
import { readArchiveFile } from '../content/read-archive.ts';
import { readSettings, shownPath } from '../base/settings.ts';
import { parseArticleAddress } from '../text/address.ts';
import { dayOf } from '../base/day.ts';
import { line } from '../base/fields.ts';
import { type Target, withdraw as withdrawTarget, type Withdrawal } from '../record/withdraw.ts';
import { defineCommand, runCommand } from './command.ts';

const USAGE = `Usage: npm run withdraw -- --speaker ID | --statement ID | --article ADDRESS
                           --why "REASON" [--withhold | --name "a witness"]

Takes something that was published out of the archive: all statements of a speaker, one statement, or an article. Their
addresses stay, and say that it was taken out, when, and REASON, which readers see. Then run \`npm run release\`.

--withhold  the words are not shown any more either, anywhere; of a speaker this is always so
--name      the statements stay, and these words replace the speaker's name

The texts of articles stay as they are. The command lists the places where a name is still in them, and what else no
command can reach.`;

const options = {
  speaker: { type: 'string' },
  statement: { type: 'string' },
  article: { type: 'string' },
  why: { type: 'string' },
  withhold: { type: 'boolean' },
  name: { type: 'string' },
} as const;

export const withdraw = defineCommand(USAGE, { options }, async ({ values }, { environment, print }) => {
  const { speaker, statement, article, why = '', withhold = false, name = null } = values;
  const named = [speaker, statement, article].filter((value) => value !== undefined);
  const wrong =
    named.length !== 1
      ? 'Name one speaker, statement or article.'
      : why.trim() === ''
        ? 'Say why with `--why`, in a sentence that readers see.'
        : withhold && name !== null
          ? 'Give only one of --withhold and --name.'
          : name !== null && (name.trim() === '' || article !== undefined)
            ? '`--name` gives the words for a speaker: it goes with --speaker or --statement.'
            : null;
  if (wrong !== null) throw new Error(`${wrong}\n\n${USAGE}`);
  const target = targetOf(speaker, statement, article);
  checkLine('why', why);
  if (name !== null) checkLine('name', name);
  const { content, out } = readSettings(environment);
  const manner = {
    on: dayOf(new Date()),
    why: why.trim(),
    withhold: withhold || (speaker !== undefined && !name),
    name,
  };
  const done = await withContentLock(content, () => withdrawTarget(content, target, manner));
  const show = (title: string, lines: readonly string[]): void => {
    if (lines.length > 0) print(`${title}: ${lines.length}\n${lines.map((line) => `  ${line}`).join('\n')}\n`);
  };
  show('Files changed or deleted', done.files.map(shownPath));
  const isArticle = ({ file }: { file: string }): boolean => file.endsWith('.md');
  const lines = (places: Withdrawal['places']): string[] =>
    places.map(({ file, line, text }) => `${file}:${line}: ${text}`);
  show('Articles that contain the name: their words are yours to change', lines(done.places.filter(isArticle)));
  show('Other files that contain the name', lines(done.places.filter((place) => !isArticle(place))));
  print(`Statements withdrawn or renamed: ${done.statements}.\n`);
  print(byHand(done, name, readArchiveFile(content).baseUrl, shownPath(content), shownPath(out)));
});

function targetOf(speaker = '', statement = '', article = ''): Target {
  const speakerId = parseSpeakerId(speaker);
  if (speakerId) return { kind: 'speaker', id: speakerId };
  const statementId = parseStatementId(statement);
  if (statementId) return { kind: 'statement', id: statementId };
  const address = parseArticleAddress(article);
  if (address) return { kind: 'article', address };
  const wrong = speaker || statement || article;
  throw new Error(`\`${wrong}\` is not the id of a speaker or a statement, or an address like \`/2023/05/17/slug/\`.`);
}

/** Refuses what no field can hold before anything is written. */
function checkLine(option: string, text: string): void {
  const { error } = line.safeParse(text);
  if (error) throw new Error(`\`--${option}\` ${error.issues.map(({ message }) => message).join(' ')}`);
}

/** What is left to do, with the commands for it. */
function byHand(
  { addresses, names }: Withdrawal,
  name: string | null,
  baseUrl: string,
  content: string,
  out: string,
): string {
  const [first = 'THE NAME'] = names;
  const urls = addresses.map((address) => `       ${baseUrl.replace(/\/$/, '')}${address}`);
  return [
    'What remains to be done:',
    '  1. Publish: `npm run release`, then upload the output folder as always, deleting files that it does not have.',
    `     \`grep -rl ${quoted(first)} ${out}\` then lists the pages in which an article's own words contain the name.`,
    '  2. Caches: purge these addresses at your CDN, or everything:',
    ...urls,
    `  3. Git history: \`git log --oneline -S ${quoted(first)} -- ${content}\` lists the commits that contain it.`,
    `     Write \`${first}==>${name ?? 'REMOVED'}\` into a file and run \`git filter-repo --replace-text FILE\`, then`,
    '     `git push --force --all`, and ask whoever has a clone to make it again.',
    '  4. Copies: releases and data files that others downloaded, search engines and web archives. Ask each of them;',
    '     the addresses above say where.',
    ...(addresses.some((address) => address.startsWith('/speakers/'))
      ? [
          '  5. The address of the speaker contains the name. It stays in the ledger, and its page says only that it is gone.',
        ]
      : []),
  ].join('\n');
}

/** A text as one word of a shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

if (import.meta.main) await runCommand(withdraw);
