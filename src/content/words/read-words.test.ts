import { afterEach, expect, test } from 'vitest';
import { setWords } from '../../words/chosen.ts';
import { english, readWords } from './read-words.ts';
import { rich, t } from '../../words/words.ts';

afterEach(() => {
  setWords(english());
});

/** Chooses a language that the program has. */
const speak = (language: string): void => {
  setWords(readWords(language, '/nowhere'));
};

test('a number chooses the plural form of the language, and is written as the language writes numbers', () => {
  const counts = [0, 1, 2, 5, 21, 4312];
  const counted = (language: string): string[] => {
    speak(language);
    return counts.map((count) => t('count.articles', { count }).replaceAll(/\s/g, ' '));
  };
  expect(counted('en')).toEqual([
    '0 articles',
    '1 article',
    '2 articles',
    '5 articles',
    '21 articles',
    '4,312 articles',
  ]);
  expect(counted('ru')).toEqual(['0 статей', '1 статья', '2 статьи', '5 статей', '21 статья', '4 312 статей']);
  expect(counted('hy').at(-1)).toBe('4312 հոդված');
});

test('a text with elements comes in parts, whose order is that of the language', () => {
  const values = { day: '2 July', title: 'A <b>bridge</b>' };
  expect(rich('statement.published', values)).toEqual([
    { element: null, text: 'The day it was said is not recorded; published ' },
    { element: 'day', text: '2 July' },
    { element: null, text: ' in ' },
    { element: 'article', text: 'A <b>bridge</b>' },
    { element: null, text: '.' },
  ]);
  expect(t('statement.published', values)).toBe(
    'The day it was said is not recorded; published 2 July in A <b>bridge</b>.',
  );
});
