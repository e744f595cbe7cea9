import { describe, expect, test } from 'vitest';
import { anchorFor, locateAnchor, notFound, occurrenceOf, placesOf } from './locate.ts';

const TEXT = 'She said: “It is late.” He said: “It is late.” “It is dark,” he said. He saidst no more.';
const spanOf = (words: string, from = 0): { start: number; end: number } => {
  const start = TEXT.indexOf(words, from);
  return { start, end: start + words.length };
};

describe('the places of a quote', () => {
  test('are all places of its first words that its other parts follow', () => {
    expect(placesOf(TEXT, ['It is late.']).map(({ occurrence }) => occurrence)).toEqual([1, 2]);
    expect(placesOf(TEXT, ['It is late.', 'It is dark,'])).toHaveLength(2);
    expect(placesOf(TEXT, ['It is dark,', 'It is late.'])).toEqual([]);
    expect(placesOf('', ['It'])).toEqual([]);
  });

  test('are numbered only if there are several', () => {
    expect(occurrenceOf(TEXT, [spanOf('It is late.', 30)])).toBe(2);
    expect(occurrenceOf(TEXT, [spanOf('It is dark,')])).toBeUndefined();
  });

  test('that are missing are told by the part that is not in the article, or by the order', () => {
    expect(notFound(TEXT, ['It is late.', 'It is cold.'])).toContain('The words `It is cold.` are not in the article');
    expect(notFound(TEXT, ['It is dark,', 'It is late.'])).toContain('do not follow one another');
  });
});

describe('the words that an attribution rests on', () => {
  const second = [spanOf('It is late.', 30)];

  test('are the nearest whole words outside the statement', () => {
    expect(locateAnchor(TEXT, 'He', second)).toEqual(spanOf('He'));
    expect(locateAnchor(TEXT, 'said', second)).toEqual(spanOf('said', 20));
    expect(locateAnchor(TEXT, 'late', second)).toEqual(spanOf('late'));
    expect(locateAnchor(TEXT, 'saids', second)).toBeNull();
  });

  test.each([['said'], ['He'], ['he said'], ['She']])('are found again by the anchor made for them: %s', (words) => {
    for (let span = spanOf(words); span.start >= 0; span = spanOf(words, span.end)) {
      const isWord = ![TEXT[span.start - 1], TEXT[span.end]].some((next) => /\w/.test(next ?? ''));
      if (isWord) expect(locateAnchor(TEXT, anchorFor(TEXT, span, second), second)).toEqual(span);
    }
  });
});

test('a colon right after a word is found as the words on which an attribution rests, and a part of a word is not', () => {
  const text = 'Mayor Quill: “It holds.”';
  const statement = [{ start: text.indexOf('It'), end: text.indexOf('.”') + 1 }];
  expect(locateAnchor(text, ':', statement)).toEqual({ start: text.indexOf(':'), end: text.indexOf(':') + 1 });
  expect(locateAnchor(text, 'Qui', statement)).toBeNull();
});
