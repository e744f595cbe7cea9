import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseDocument } from 'yaml';
import type { Day } from '../base/day.ts';
import { shownPath } from '../base/settings.ts';
import { createFile, replaceFile } from '../base/write-file.ts';
import { wordDifference } from '../text/word-difference.ts';
import type { ImportResult } from './import-task.ts';
import { ImportProblem } from './item.ts';
import { bodyIn, type KnownArticles } from './known-articles.ts';
import { articleContent } from './make-article.ts';

/** What became of a file, or of an article in it. */
export interface Outcome {
  file: string;
  place: string;
  format: string;
  encoding: string;
  /**
   * `new`: an article is, or would be, written. `updated`: so is the text of one that exists. `same`: it was imported
   * before. `differs`: it was imported before with another text. `refused`: it cannot be imported.
   */
  status: 'new' | 'updated' | 'same' | 'differs' | 'refused';
  /** The file of the article. */
  path: string | null;
  content: string | null;
  day: Day | null;
  title: string | null;
  authors: string[];
  outlet: string | null;
  words: number;
  quotations: number;
  warnings: string[];
  /** Why it is not imported, in a word or two, and what to do. */
  reason: string | null;
  problem: string | null;
}

/** Where and how articles are written. */
export interface Placing {
  /** The folder of the articles. */
  articles: string;
  known: KnownArticles;
  /** Whether to write; otherwise only to tell what would be written. */
  isWriting: boolean;
  /** Whether an article that was imported with another text gets the new one. */
  isUpdating: boolean;
  today: Day;
  /** What the article says that it was made from. */
  from: string;
}

/** The difference of two texts is shown up to this many characters. */
const SHOWN_DIFFERENCE = 400;

/** Puts an article into the archive, unless it is there. */
export function placeArticle(result: ImportResult, placing: Placing): Outcome {
  const { file, place, format, encoding, made, refused } = result;
  const told = { file, place, format, encoding };
  if (!made) return { ...NOTHING, ...told, reason: refused?.reason ?? '', problem: refused?.problem ?? '' };
  const outcome: Outcome = {
    ...told,
    status: 'new',
    path: null,
    content: null,
    day: made.day,
    title: made.frontmatter.title ?? null,
    authors: made.frontmatter.author?.map(({ name }) => name) ?? [],
    outlet: made.frontmatter.outlet ?? null,
    words: made.words,
    quotations: made.quotations,
    warnings: [...made.warnings],
    reason: null,
    problem: null,
  };
  try {
    return placeMade(outcome, made, placing);
  } catch (error) {
    const reason = error instanceof ImportProblem ? error.reason : 'cannot be written';
    return { ...outcome, status: 'refused', reason, problem: (error as Error).message };
  }
}

function placeMade(outcome: Outcome, made: NonNullable<ImportResult['made']>, placing: Placing): Outcome {
  const { articles, known, isWriting, isUpdating, today, from } = placing;
  const { frontmatter, body, day, slug, sketch, source } = made;
  const imported = {
    from: outcome.place ? `${from}, ${outcome.place}` : from,
    format: outcome.format,
    sha256: source.sha256,
  };
  const before = (frontmatter.source && known.from(frontmatter.source)) ?? known.ofBytes(source.sha256);
  if (before) {
    if (known.ofBytes(source.sha256) === before || known.hasBody(before, body))
      return { ...outcome, status: 'same', path: before };
    if (!isUpdating) {
      const difference = existsSync(before) ? shortDifference(bodyIn(readFileSync(before, 'utf8')), body) : '';
      const problem = `\`${shownPath(before)}\` has the same address and another text: ${difference} Nothing was written; add \`--update\` to give it the new text.`;
      return { ...outcome, status: 'differs', path: before, reason: 'another text', problem };
    }
    if (isWriting && existsSync(before)) replaceFile(before, withBody(readFileSync(before, 'utf8'), body, imported));
    return { ...outcome, status: 'updated', path: before };
  }
  const near = known.nearlySame(day, sketch);
  if (near !== null)
    outcome.warnings.push(
      `Nearly the same text as \`${shownPath(near)}\`. If it is the same article, delete one of them.`,
    );
  const name = known.freeName(day, slug);
  const path = join(articles, day.slice(0, 'YYYY'.length), `${name}.md`);
  const content = articleContent({ ...frontmatter, archived: (source.archived ?? today) as Day, imported }, body, path);
  if (isWriting) {
    // First the pictures: an article without its pictures would be a problem, pictures alone are not.
    for (const [picture, of] of Object.entries(source.pictures))
      replaceFile(join(dirname(path), picture), readFileSync(of));
    createFile(path, content);
  }
  known.add(path, day, body, { source: frontmatter.source, sha256: source.sha256, sketch });
  return { ...outcome, path, content };
}

/** An article's file with another body; of its frontmatter only what it was imported from changes. */
function withBody(content: string, body: string, imported: object): string {
  const [, head = '', rest = ''] =
    /^\uFEFF?---[ \t]*\r?\n([\s\S]*?\r?\n)---[ \t]*(?:\r?\n|$)([\s\S]*)$/.exec(content) ?? [];
  const document = parseDocument(head);
  document.set('imported', document.createNode(imported));
  return rest === '' && head === '' ? content : `---\n${document.toString({ lineWidth: 0 })}---\n\n${body}\n`;
}

function shortDifference(before: string, after: string): string {
  const paragraphs = after.split('\n\n');
  const own = new Set(before.split('\n\n'));
  const changed = paragraphs.findIndex((paragraph) => !own.has(paragraph));
  const difference = wordDifference(before.split('\n\n')[changed] ?? '', paragraphs[changed] ?? '');
  return difference.length > SHOWN_DIFFERENCE ? `${difference.slice(0, SHOWN_DIFFERENCE)}…` : difference;
}

const NOTHING = {
  status: 'refused',
  path: null,
  content: null,
  day: null,
  title: null,
  authors: [],
  outlet: null,
  words: 0,
  quotations: 0,
  warnings: [],
} as const satisfies Partial<Outcome>;
