import { createTwoFilesPatch } from 'diff';
import { type ArticleSource, readArticleSources, type RecordWithoutArticle } from '../content/article-source.ts';
import { readText } from '../content/content-file.ts';
import { readLedger, articleAddresses } from '../content/ledger.ts';
import { readArchiveFile } from '../content/read-archive.ts';
import { paragraphDigests, searchedText } from '../content/searched-text.ts';
import type { Problem } from '../base/problem.ts';
import { replaceFile } from '../base/write-file.ts';
import { PRONOUNS } from '../find/grammar/words.ts';
import { wholeAnchor } from '../content/matching/locate.ts';
import { matchRecord } from '../content/matching/match-record.ts';
import { type RecordedStatement } from '../content/record-file.ts';
import { entryAt, recordText, setAttribution, setSearched, setVersion } from './edit-record.ts';

/** What an upgrade did, or would do. */
export interface Upgrade {
  /** The records that it changes, each with the difference. */
  changed: { file: string; difference: string }[];
  /** Statements without a speaker whose source is somebody whom the article does not name, as lines for the editor. */
  describable: string[];
  /** Records whose statements are not all found in their articles: `npm run record` tells of them. */
  unsearched: string[];
  problems: Problem[];
}

interface Options {
  /** Whether the records are written; else only the differences are made. */
  write: boolean;
  /** Whether statements whose source describes somebody get `described: true`. */
  described: boolean;
}

/**
 * Brings every record of an archive up to the present format: it gets its version, and says which text was searched, so
 * that only articles that are edited from now on are searched again. No id, word or status changes, but that with
 * `described` an unattributed statement whose source is described becomes `inferred`.
 */
export function upgradeRecords(content: string, { write, described }: Options): Upgrade {
  const { articles, orphans, problems } = readArticleSources(content, true);
  const language = readArchiveFile(content).languages[0] ?? 'en';
  const { ledger, problems: unread } = readLedger(content);
  const addresses = new Set([...articleAddresses(ledger), ...articles.map(({ address }) => address)]);
  const upgrade: Upgrade = {
    changed: [],
    describable: [],
    unsearched: [],
    problems: [...problems, ...unread, ...articles.flatMap((source) => source.problems)],
  };
  const change = (record: NonNullable<ArticleSource['record']>, path: string, file: string, edit: () => void): void => {
    const before = recordText(record.document);
    edit();
    const after = recordText(record.document);
    if (after === before) return;
    const { text } = readText(path);
    upgrade.changed.push({ file, difference: createTwoFilesPatch(file, file, text, after, '', '', { context: 2 }) });
    if (write) replaceFile(path, after);
  };
  for (const source of articles.filter((one) => one.problems.length === 0)) {
    const { record, recordPath, recordFile } = source;
    if (!record?.value) continue;
    const { value } = record;
    change(record, recordPath, recordFile, () => {
      addVersion(record);
      if (value.searched === undefined) {
        const matches = matchRecord(value, searchedText(source, language, addresses)).statements;
        const isWhole = matches.every(({ kind }) => kind === 'found');
        if (isWhole) setSearched(record.document, paragraphDigests(source));
        else upgrade.unsearched.push(recordFile);
      }
      for (const [index, statement] of value.statements.entries()) {
        if (!isDescribable(statement)) continue;
        const entry = entryAt(record.document, index);
        const line = record.lineOf(['statements', index]);
        const words = wholeAnchor(statement.source ?? '').quote;
        upgrade.describable.push(`${recordFile}:${line}: ${statement.id ?? 'without id'}, said by \`${words}\``);
        if (entry && described) setAttribution(record.document, entry, { described: true, status: 'inferred' });
      }
    });
  }
  for (const { record, path, file } of orphans)
    change(record, path, file, () => {
      addVersion(record);
    });
  return upgrade;
}

function addVersion({ value, document }: RecordWithoutArticle['record']): void {
  if (value?.version === undefined) setVersion(document);
}

/** Whether the article says in words who speaks, and nobody said that these words describe somebody. */
function isDescribable({ status, source }: RecordedStatement): boolean {
  return status === 'unattributed' && source !== undefined && !PRONOUNS.has(wholeAnchor(source).quote.toLowerCase());
}
