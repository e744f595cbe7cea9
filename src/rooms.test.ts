import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

/** The rooms of the house: each may import from itself and from those before it. */
const ROOMS = [
  'base',
  'words',
  'text',
  'find',
  'content',
  'import',
  'record',
  'catalogue',
  'cite',
  'search',
  'site',
  'browser',
  'desk',
  'components',
  'layouts',
  'pages',
  'cli',
];

/** No modules of a room. */
const OUTSIDE = /^src\/(?:env\.d\.ts|styles\/.*)$/;

interface Import {
  from: string;
  to: string;
  /** What is imported as it is written: a path, or the name of a package. */
  written: string;
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((path) => join('src', path))
  .filter((path) => /\.(?:ts|astro)$/.test(path) && !OUTSIDE.test(path) && path !== 'src/rooms.test.ts');

const imports = files.flatMap((from): Import[] => {
  const text = readFileSync(from, 'utf8');
  return [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"]([^'"]+)['"]|<script src=['"](\.[^'"]+)['"]/g)].map(
    ([, specifier, script]) => {
      const written = (specifier ?? script ?? '').replace(/\?.*$/, '');
      return { from, written, to: written.startsWith('.') ? normalize(join(dirname(from), written)) : written };
    },
  );
});

const roomOf = (path: string): string => path.split('/')[1] ?? '';

test('every file is in a room, and rooms import only from those before them', () => {
  const homeless = files.filter((path) => !ROOMS.includes(roomOf(path)));
  expect(homeless).toEqual([]);
  const upward = imports
    .filter(({ to }) => to.startsWith('src/') && !OUTSIDE.test(to))
    .filter(({ from, to }) => ROOMS.indexOf(roomOf(to)) > ROOMS.indexOf(roomOf(from)));
  expect(upward.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
});

test('Astro is imported only by what serves pages, and Node by nothing that runs in a browser', () => {
  const of = (pattern: RegExp, allowed: RegExp): string[] =>
    imports
      .filter(({ written, from }) => pattern.test(written) && !allowed.test(from))
      .map(({ from, written }) => `${from} imports ${written}`);
  expect(of(/^astro(?:[:/]|$)/, /^src\/(?:site|components|layouts|pages)\//)).toEqual([]);
  expect(
    of(
      /^node:/,
      /\.test\.ts$|^src\/(?:base|content|import|record|catalogue|search\/index|site|desk(?!\/browser)|cli)\//,
    ),
  ).toEqual([]);
});

test('no file that uses the DOM uses Node or Astro', () => {
  const dom = /\b(?:document\.(?:querySelector|getElementById|createElement|body)|window\.|HTMLElement\b|navigator\.)/;
  const both = imports
    .filter(({ written, from }) => /^(?:node:|astro)/.test(written) && /(?<!\.test)\.ts$/.test(from))
    .filter(({ from }) => dom.test(readFileSync(from, 'utf8')));
  expect(both.map(({ from, written }) => `${from} imports ${written}`)).toEqual([]);
});
