import { expect, test } from 'vitest';
import { findNonCharacter, isVisible } from './characters.ts';

test.each([
  ['a\ud800b', 'U+D800'],
  ['\udc00', 'U+DC00'],
  ['\ufdd0', 'U+FDD0'],
  ['a\ufdef', 'U+FDEF'],
  ['a\ufffe', 'U+FFFE'],
  ['\u{10ffff}', 'U+10FFFF'],
])('names the first code point of %j that is not a character', (text, code) => {
  expect(findNonCharacter(text)).toBe(code);
});

test.each(['', 'Ada', '😀', '\ufffd', '\ufdcf\ufdf0', '\ue000', 'Գրիգոր'])('finds nothing wrong with %j', (text) => {
  expect(findNonCharacter(text)).toBeNull();
});

test.each([
  ['', 'the empty text'],
  [' \u00a0\u3000', 'spaces'],
  ['\u200b\u200c\u200d\u2060\ufeff', 'zero-width characters'],
  ['\u115f\u1160\u3164\uffa0', 'Hangul fillers'],
  ['\u2800', 'the blank Braille pattern'],
  ['\u0301\u20dd', 'combining marks'],
  ['\u00ad\u061c\u202e\u{e0041}', 'format characters'],
  ['\ufe0f\u{e0100}', 'variation selectors'],
])('%j is invisible: %s', (text) => {
  expect(isVisible(text)).toBe(false);
});

test.each(['1984', '?', 'é', '한', '\u2801', '👩‍👩‍👧‍👦', '。'])('%j is visible', (text) => {
  expect(isVisible(text)).toBe(true);
});
