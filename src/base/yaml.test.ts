import { z } from 'zod';
import { expect, test } from 'vitest';
import { readYaml } from './yaml.ts';

const schema = z.strictObject({ a: z.json().optional() });
const problemsOf = (source: string): string[] =>
  readYaml(source, schema, 'x.yaml').problems.map(({ file, line, message }) => `${file}:${line}: ${message}`);

test.each<[string, (depth: number) => string]>([
  ['flow lists', (depth) => `a:\n  ${'['.repeat(depth)}${']'.repeat(depth)}`],
  ['flow maps', (depth) => `a:\n  ${'{b: '.repeat(depth)}1${'}'.repeat(depth)}`],
  ['lists on one line', (depth) => `a:\n  ${'- '.repeat(depth)}b`],
  ['lists that are not closed', (depth) => `a:\n  ${'['.repeat(depth)}`],
  ['keys that are maps', (depth) => `a:\n  ${'? '.repeat(depth)}b`],
  ['indented maps', (depth) => Array.from({ length: depth }, (_, index) => `${' '.repeat(index)}a:`).join('\n')],
])('%s nested thousands deep are an error with its line', (_, nest) => {
  expect(problemsOf(nest(3000)).join()).toMatch(
    /^x\.yaml:\d+: This is not valid YAML: it is nested more than 100 deep\. Take some levels out\.$/,
  );
});

test('nesting is read up to its limit', () => {
  expect(problemsOf(`a: ${'['.repeat(99)}${']'.repeat(99)}`)).toEqual([]);
});

test('a second document is refused with its line', () => {
  expect(problemsOf('a: 1\n---\na: 2\n').join()).toMatch(/^x\.yaml:2: .*several documents/);
});

test.each(['- a', 'text', '5', 'false'])('a file that is %j and not a map is refused', (source) => {
  expect(problemsOf(source).join()).toMatch(/^x\.yaml:1: `The file`: Invalid input: expected object/);
});

test('comments stay in the document that is edited', () => {
  const { value, document } = readYaml('# first\na: 1 # one\n', schema, 'x.yaml');
  expect(value).toEqual({ a: 1 });
  expect(document.toString()).toBe('# first\na: 1 # one\n');
});
