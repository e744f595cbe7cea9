import { expect, test } from 'vitest';
import type { Address } from '../text/address.ts';
import { makeStatementId } from './statement-id.ts';

const address = '/2023/05/17/slug/' as Address;

test('an id is ten characters of Crockford base 32, the same for straight and curly marks', () => {
  const { id } = makeStatementId(address, 'It’s a  “yes”', () => false);
  expect(id).toMatch(/^[0-9a-hjkmnp-tv-z]{10}$/);
  expect(makeStatementId(address, 'It\'s a "yes"', () => false).id).toBe(id);
});

test('a taken id is never given again', () => {
  const { id: first } = makeStatementId(address, 'Yes', () => false);
  expect(makeStatementId(address, 'Yes', (id) => id === first)).toMatchObject({ counter: 2 });
});
