import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SpeakerId, StatementId } from '../base/ids.ts';
import type { Problem } from '../base/problem.ts';
import { toArticle } from '../content/article.ts';
import type { ArticleSource } from '../content/article-source.ts';
import { findImages } from '../content/images.ts';
import { pictureSize, type PictureSize } from '../content/picture-size.ts';
import { countAwaiting, type Gate, isPublic, publicPart } from '../content/public-view.ts';
import type { GoneStatement } from '../content/record-file.ts';
import type { ArticleRow } from '../content/rows/article-row.ts';
import type { StatementRow } from '../content/rows/statement-row.ts';
import type { Article, Speaker } from '../content/types.ts';
import type { Address } from '../text/address.ts';
import { describe } from '../text/describe.ts';
import type { Links } from '../text/links.ts';
import { parseBody } from '../text/markdown.ts';
import { passageAround } from '../text/passage-around.ts';
import { articleBody } from './body/article-body.ts';
import { toHtml } from './body/render-article.ts';
import { correctionsOf } from './corrections-of.ts';
import { knownSpeaker } from './known-speaker.ts';
import type { StatementDetails, StoredCorrection } from './published.ts';
import { articleRow, shownTitle } from './rows/article-row.ts';
import { pageQuotes, type PageQuote } from './rows/page-quotes.ts';
import { statementRow } from './rows/statement-row.ts';

/** What one article's files become in the catalogue. */
export interface ReadArticle {
  path: string;
  file: string;
  recordFile: string;
  address: Address;
  day: string;
  isDraft: boolean;
  problems: Problem[];
  /** Every id of its record. */
  ids: { id: StatementId; line: number; isGone: boolean }[];
  /** The speakers that its record names. */
  mentions: SpeakerId[];
  /** The image files that it shows. */
  images: string[];
  /** `null` if it is not public. */
  published: Published | null;
}

interface Published {
  row: ArticleRow;
  summary: string;
  body: string;
  text: string;
  html: string;
  quotes: Record<StatementId, PageQuote[]>;
  statements: { row: StatementRow; details: StatementDetails }[];
  gone: GoneStatement[];
  corrections: StoredCorrection[];
  awaiting: number;
}

/** What an article is read with. */
export interface Surroundings extends Links {
  /** The name of the archive. */
  title: string;
  /** The language of an article that names none. */
  language: string;
  /** The build's date; later articles are not published. */
  date: Article['day'] | null;
  /** Whom each speaker's id means. */
  known: ReadonlyMap<SpeakerId, SpeakerId>;
  speakerOf: (id: SpeakerId) => Speaker | null;
  /** All addresses of articles that the archive has or had. */
  addresses: Iterable<Address>;
  gate: Gate;
}

/** Makes of an article's files what the catalogue stores: its data, and its body laid out. */
export function readArticle(source: ArticleSource, around: Surroundings): ReadArticle {
  const { article, problems } = toArticle(source, around);
  const { path, file, recordFile, address, day } = source;
  const { statements = [], gone = [] } = source.record?.value ?? {};
  const named = statements.flatMap(({ speaker, history }) => [speaker, ...history.map((entry) => entry.speaker)]);
  const isShown = article !== null && isPublic(article, around.gate);
  return {
    path,
    file,
    recordFile,
    address,
    day,
    isDraft: article?.isDraft ?? false,
    problems,
    ids: [
      ...(article?.statements ?? []).map(({ id, line }) => ({ id, line, isGone: false })),
      ...(article ? gone : []).map(({ id }, index) => {
        return { id, line: source.record?.lineOf(['gone', index]) ?? 1, isGone: true };
      }),
    ],
    mentions: [...new Set(named.flatMap((id) => (id ? [id] : [])))],
    images: article ? [...pictures(article, dirname(path)).keys()] : [],
    published: isShown && problems.length === 0 ? publish(article, dirname(path), around) : null,
  };
}

function publish(whole: Article, folder: string, around: Surroundings): Published {
  const { absolute, link, title, gate, speakerOf } = around;
  const article = publicPart(whole, gate);
  const { address, day, text, body } = article;
  const sizes = pictures(article, folder);
  const image = (name: string) => ({ src: link(address + name), ...(sizes.get(name) ?? { width: 0, height: 0 }) });
  const speakers = article.statements.map((statement) =>
    knownSpeaker(statement, day, statement.speaker && speakerOf(statement.speaker)),
  );
  const { tree, dom, fragments } = articleBody(article, speakers, { absolute, link, title, image });
  const statements = article.statements.map((statement, index) => {
    const speaker = speakers[index] ?? knownSpeaker(statement, day, null);
    const { addressee, note, spans } = statement;
    return {
      row: statementRow(article, statement, speaker, fragments.get(statement.id) ?? [], absolute),
      details: { addressee, note, passage: passageAround(text, spans) },
    };
  });
  const rows = statements.map(({ row }) => row);
  return {
    row: articleRow(article, absolute),
    summary: article.description ?? describe(text),
    body,
    text,
    html: toHtml(tree),
    quotes: pageQuotes(article, rows, dom, [shownTitle(article)]),
    statements,
    gone: article.gone,
    corrections: correctionsOf(article, speakers),
    awaiting: countAwaiting(whole, gate),
  };
}

/** The images that an article shows, each once, with their sizes. */
function pictures({ body }: Article, folder: string): Map<string, PictureSize> {
  if (!body.includes('![')) return new Map();
  const names = new Set(findImages(parseBody(body)).map(({ name }) => name));
  return new Map([...names].map((name) => [name, sizeOf(join(folder, name))]));
}

const sizeOf = (path: string): PictureSize => pictureSize(readFileSync(path)) ?? { width: 0, height: 0 };
