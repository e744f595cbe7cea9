import { expect, test } from 'vitest';
import type { Article } from '../../content/types.ts';
import { topicId } from '../../base/topic-id.ts';
import { topicsOf } from './topics.ts';

const article = (topics: string[]): Article => ({ topics }) as Article;

test.each([
  ['Wharves & quays', 'wharves-and-quays'],
  ['The Clock', 'the-clock'],
])('the address of %s is readable', (name, id) => {
  expect(topicId(name)).toBe(id);
});

test('names that differ only in signs have addresses of their own', () => {
  expect(new Set(['C', 'C#', 'C++'].map(topicId)).size).toBe(3);
});

test('the topics of each article are read only once, however many pages need them', () => {
  let looks = 0;
  const articles = Array.from({ length: 500 }, (_, index) => {
    const own = article([`Topic ${index % 50}`, 'All']);
    return Object.defineProperty({ ...own }, 'topics', {
      get: () => {
        looks++;
        return own.topics;
      },
    });
  });
  for (let page = 0; page < 100; page++) expect(topicsOf(articles)).toHaveLength(51);
  expect(looks).toBe(articles.length);
});
