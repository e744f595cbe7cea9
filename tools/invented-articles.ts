import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { type Day, dayOf } from '../src/base/day.ts';
import { readArticleSource } from '../src/content/article-source.ts';
import { paragraphDigests } from '../src/content/searched-text.ts';
import { idOf } from '../src/content/statement-id.ts';
import { articleAddress } from '../src/text/address.ts';
import { capital, contentRank, sentence, speakerName } from './invented-words.ts';
import { randomNumbers } from './random-numbers.ts';

/** How many articles, over how many years. */
export interface ArticleNumbers {
  articles: number;
  years: number;
}

const FIRST_YEAR = 2001;
const STATEMENTS = 9;
const TOPICS = 300;
const DAYS_A_YEAR = 365.25;

/** How many people speak in an archive of invented articles. */
const peopleIn = (articles: number): number => Math.max(20, Math.round(articles ** 0.75));

/** The day of one of the articles. */
const dayIn = (index: number, { articles, years }: ArticleNumbers): Day =>
  dayOf(new Date(Date.UTC(FIRST_YEAR, 0, 1) + Math.floor((index / articles) * years * DAYS_A_YEAR) * 86_400_000));

/** An archive of invented articles with nine quotations each, without records; the same for the same numbers. */
export function writeInventedArchive(content: string, numbers: ArticleNumbers, settings = ''): void {
  const lines = ['title: The invented archive', 'description: Invented.', 'languages: en', 'rights: None.'];
  mkdirSync(content, { recursive: true });
  const site = 'baseUrl: https://archive.example\npublish: all\n';
  writeFileSync(join(content, 'archive.yaml'), `${lines.join('\n')}\n${site}${settings}`);
  for (let index = 0; index < numbers.articles; index++) writeInventedArticle(content, index, numbers);
}

/** Writes one of the articles; returns its path. */
function writeInventedArticle(content: string, index: number, numbers: ArticleNumbers): string {
  const day = dayIn(index, numbers);
  const path = join(content, 'articles', day.slice(0, 4), `${day}-report-${index}.md`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, inventedArticle(index, day, peopleIn(numbers.articles)).text);
  return path;
}

/** Writes an archive as an editor leaves it: every article with its record, and the files of all speakers. */
export function writeRecordedArchive(content: string, numbers: ArticleNumbers, settings = ''): void {
  writeInventedArchive(content, numbers, settings);
  mkdirSync(join(content, 'speakers'));
  for (let person = 0; person < peopleIn(numbers.articles); person++) {
    const roles = [{ title: capital(sentence(randomNumbers(person + 1), [], 2).slice(0, -1)), source: 'invented' }];
    writeFileSync(
      join(content, 'speakers', `speaker-${person}.yaml`),
      stringify({ name: speakerName(person), kind: 'person', roles }),
    );
  }
  for (let index = 0; index < numbers.articles; index++) writeRecord(content, index, numbers);
}

/** Writes one article more, with its record. */
export function addRecordedArticle(content: string, index: number, numbers: ArticleNumbers): void {
  writeInventedArticle(content, index, numbers);
  writeRecord(content, index, numbers);
}

function writeRecord(content: string, index: number, numbers: ArticleNumbers): void {
  const day = dayIn(index, numbers);
  const slug = `report-${index}`;
  const path = join(content, 'articles', day.slice(0, 4), `${day}-${slug}.md`);
  const searched = paragraphDigests(readArticleSource({ path, day, slug }));
  const { statements } = inventedArticle(index, day, peopleIn(numbers.articles));
  const address = articleAddress(day, slug);
  const entries = statements.map(({ person, words }) => ({
    id: idOf(address, words),
    type: 'direct',
    quote: [words],
    speaker: `speaker-${person}`,
    source: speakerName(person),
    cue: 'said',
    status: 'inferred',
  }));
  writeFileSync(
    path.replace(/\.md$/, '.statements.yaml'),
    stringify({ version: 2, searched, statements: entries }, { lineWidth: 0 }),
  );
}

/** One of the articles, with its frontmatter, and who says what in it. */
export function inventedArticle(
  index: number,
  day: Day,
  people: number,
): { text: string; statements: { person: number; words: string }[] } {
  const random = randomNumbers(index + 1);
  const subject = Array.from({ length: 12 }, () => contentRank(random));
  const present = Array.from({ length: 3 }, () => Math.floor(people * random() ** 3));
  const words = (length: number): string => sentence(random, subject, length);
  const statements: { person: number; words: string }[] = [];
  const paragraphs = Array.from({ length: STATEMENTS }, (_, place) => {
    const person = present[place % present.length] ?? 0;
    const who = speakerName(person);
    const said = words(12 + Math.floor(12 * random())).replace(/\.$/, ',');
    statements.push({ person, words: said });
    return `${words(14)} “${said}” ${who} said. ${words(10)}`;
  });
  const title = capital(words(7).replace(/\.$/, ''));
  const fields = [
    `date: ${day}`,
    `title: ${title}`,
    'author: Ada Marsh',
    'outlet: The Invented Paper',
    `source: https://paper.example/${index}`,
    `archived: ${day}`,
    `topics: [subject ${(subject[0] ?? 0) % TOPICS}]`,
  ];
  return { text: `---\n${fields.join('\n')}\n---\n\n${paragraphs.join('\n\n')}\n`, statements };
}
