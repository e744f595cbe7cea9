import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Day, dayOf } from '../src/base/day.ts';
import { capital, contentRank, sentence, speakerName } from './invented-words.ts';
import { randomNumbers } from './random-numbers.ts';

/** How many articles, over how many years. */
export interface ArticleNumbers {
  articles: number;
  years: number;
}

const FIRST_YEAR = 2001;
const STATEMENTS = 9;
const DAYS_A_YEAR = 365.25;

/** An archive of invented articles with nine quotations each, without records; the same for the same numbers. */
export function writeInventedArchive(content: string, { articles, years }: ArticleNumbers): void {
  const lines = ['title: The invented archive', 'description: Invented.', 'languages: en', 'rights: None.'];
  mkdirSync(content, { recursive: true });
  writeFileSync(join(content, 'archive.yaml'), `${lines.join('\n')}\nbaseUrl: https://archive.example\npublish: all\n`);
  const people = Math.max(20, Math.round(articles ** 0.75));
  for (let index = 0; index < articles; index++) {
    const day = dayOf(
      new Date(Date.UTC(FIRST_YEAR, 0, 1) + Math.floor((index / articles) * years * DAYS_A_YEAR) * 86_400_000),
    );
    const folder = join(content, 'articles', day.slice(0, 4));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${day}-report-${index}.md`), inventedArticle(index, day, people));
  }
}

/** One of the articles, with its frontmatter. */
export function inventedArticle(index: number, day: Day, people: number): string {
  const random = randomNumbers(index + 1);
  const subject = Array.from({ length: 12 }, () => contentRank(random));
  const present = Array.from({ length: 3 }, () => Math.floor(people * random() ** 3));
  const words = (length: number): string => sentence(random, subject, length);
  const paragraphs = Array.from({ length: STATEMENTS }, (_, place) => {
    const who = speakerName(present[place % present.length] ?? 0);
    const said = words(12 + Math.floor(12 * random())).replace(/\.$/, ',');
    return `${words(14)} “${said}” ${who} said. ${words(10)}`;
  });
  const title = capital(words(7).replace(/\.$/, ''));
  const fields = [`date: ${day}`, `title: ${title}`, 'author: Ada Marsh', 'outlet: The Invented Paper'];
  return `---\n${fields.join('\n')}\n---\n\n${paragraphs.join('\n\n')}\n`;
}
