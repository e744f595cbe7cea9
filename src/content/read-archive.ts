import { join } from 'node:path';
import type { StatementId } from '../base/ids.ts';
import { ContentError, type Problem } from '../base/problem.ts';
import { type ArchiveFile, archiveSchema } from './archive-file.ts';
import { toArticle } from './article.ts';
import { type ArticleSources, readArticleSources } from './article-source.ts';
import { checkFormer, FORMER_FILE, type FormerAddress, formerAddresses, readFormerFile } from './former.ts';
import { archiveAddresses, articleAddresses, checkLedger, type Ledger, readLedger } from './ledger.ts';
import { readContentFile } from './content-file.ts';
import { isPending } from './pending.ts';
import { readReleases } from './releases.ts';
import { type Settings, shownPath } from '../base/settings.ts';
import { readSpeakers, speakerIds } from './speakers.ts';
import type { Article, Speaker } from './types.ts';
import { checkWords } from './words/read-words.ts';

/** A whole archive as its editors wrote it, checked. */
export interface ArchiveFolder {
  archive: ArchiveFile;
  articles: Article[];
  speakers: Speaker[];
  former: FormerAddress[];
  ledger: Ledger;
  /** Whether every file could be read, so that an address without content is lost and not only unread. */
  isWhole: boolean;
  /** What an editor has to fix before it can be published. */
  problems: Problem[];
}

const PENDING =
  'A command that changed several files was stopped. Run `npm run record`, which finishes its work first.';

/** The files of an archive as they were read, each against its own schema only. */
export interface ArchiveFiles {
  archive: ArchiveFile;
  sources: ArticleSources;
  speakers: ReturnType<typeof readSpeakers>;
  ledger: ReturnType<typeof readLedger>;
  former: ReturnType<typeof readFormerFile>;
}

/** Reads every file of an archive once; the ledger is that of the content folder unless another folder is named. */
export const readArchiveFiles = (content: string, ledger?: string): ArchiveFiles => ({
  archive: readArchiveFile(content),
  sources: readArticleSources(content),
  speakers: readSpeakers(content),
  ledger: readLedger(content, ledger),
  former: readFormerFile(content),
});

type ReadSettings = Pick<Settings, 'content' | 'date'> & Partial<Pick<Settings, 'ledger'>>;

/** Reads and checks an archive. */
export const readArchive = ({ content, date, ledger }: ReadSettings): ArchiveFolder =>
  checkArchive(readArchiveFiles(content, ledger), { content, date });

/**
 * Checks the files of an archive together: addresses and ids are unique, speakers exist, quoted words are in their
 * articles, and the ledger and the pages agree.
 */
export function checkArchive(
  files: ArchiveFiles,
  { content, date }: Pick<Settings, 'content' | 'date'>,
): ArchiveFolder {
  const { archive, sources, former: formerFile } = files;
  const { speakers, problems: speakerProblems } = files.speakers;
  const { ledger, problems: ledgerProblems } = files.ledger;
  const known = speakerIds(speakers);
  const addresses = new Set([...articleAddresses(ledger), ...sources.articles.map(({ address }) => address)]);
  const read = sources.articles.map((source) =>
    toArticle(source, { language: archive.languages[0] ?? 'en', date, known, addresses }),
  );
  const articles = read.flatMap(({ article }) => (article ? [article] : []));
  const former = formerAddresses(formerFile?.value ?? null, speakers);
  const problems = [
    ...checkPending(content),
    ...checkWords(archive, content),
    ...speakerProblems,
    ...sources.problems,
    ...read.flatMap(({ problems }) => problems),
    ...checkIds(articles),
    ...(formerFile?.problems ?? []),
    ...(readReleases(content)?.problems ?? []),
    ...ledgerProblems,
  ];
  const folder = { archive, articles, speakers, former, ledger };
  // An article that could not be read has no pages, which would fill the list with ledger problems that are none.
  if (problems.length > 0) return { ...folder, isWhole: false, problems };
  const live = new Set<string>([...archiveAddresses(articles, speakers).values()].flat());
  const file = shownPath(join(content, FORMER_FILE));
  return {
    ...folder,
    isWhole: true,
    problems: [
      ...checkLedger(ledger, articles, speakers, former),
      ...(formerFile ? checkFormer(formerFile, former, live, new Set(ledger.keys()), file) : []),
    ],
  };
}

/** Reads `archive.yaml`; throws a `ContentError` where it cannot be used. */
export function readArchiveFile(content: string): ArchiveFile {
  const { value, problems } = readContentFile(join(content, 'archive.yaml'), archiveSchema);
  if (!value) throw new ContentError(problems);
  return value;
}

/** What to say of an id that is used twice, at the line of its second place. */
export const sharedId = (id: StatementId, file: string, line: number, other: string): Problem => ({
  file,
  line,
  message: `The id \`${id}\` stands also at ${other}. Delete the line of the copy; \`npm run record\` makes a new one.`,
});

/** What is wrong with a content folder of which a command left some changes undone. */
export const checkPending = (content: string): Problem[] =>
  isPending(content) ? [{ file: shownPath(content), line: 1, message: PENDING }] : [];

function checkIds(articles: readonly Article[]): Problem[] {
  const first = new Map<string, string>();
  return articles.flatMap(({ recordFile, statements, gone }) =>
    [...statements, ...gone].flatMap(({ id, line }) => {
      const other = first.get(id);
      first.set(id, other ?? `${recordFile}:${line}`);
      return other ? [sharedId(id, recordFile, line, other)] : [];
    }),
  );
}
