import { expect, test } from 'vitest';
import { requestedPath } from './requested-path.ts';

test.each([
  ['/', '', 'index.html'],
  ['/?q=tide', '', 'index.html'],
  ['/a.txt', '', 'a.txt'],
  ['/a/b/', '', 'a/b/index.html'],
  ['/a/b?x=/../', '', 'a/b'],
  ['/a%20b/%D0%B0.html', '', 'a b/а.html'],
  ['/a%2Fb/', '', 'a/b/index.html'],
  ['/.well-known/x', '', '.well-known/x'],
  ['/news/', '/news', 'index.html'],
  ['/news/a', '/news', 'a'],
  ['/news', '/news', ''],
  ['/news?q=tide', '/news', ''],
])('%s under the base `%s` is the path `%s`', (url, base, path) => {
  expect(requestedPath(url, base)).toBe(path);
});

test.each([
  ['a name that begins with a dot', '/.git/config'],
  ['dots', '/a/../../etc/passwd'],
  ['encoded dots', '/%2e%2e/etc/passwd'],
  ['encoded dots and slashes', '/a%2f..%2f..%2fetc%2fpasswd'],
  ['backslashes', '/a\\..\\..\\etc'],
  ['an encoded backslash', '/..%5c..%5cetc'],
  ['a zero byte', '/a%00.html'],
  ['broken percent encoding', '/%'],
  ['percent encoding that is not UTF-8', '/%ff'],
  ['two slashes, which a redirect would lead to another host with', '//host.example/x'],
  ['an encoded second slash', '/%2fhost.example/x'],
  ['no path', '*'],
  ['the address of a proxy', 'http://host.example/'],
])('refuses %s', (_, url) => {
  expect(requestedPath(url, '')).toBeNull();
});

test.each(['/', '/newspaper/', '/NEWS/', '/a/news/'])('%s is outside the base `/news`', (url) => {
  expect(requestedPath(url, '/news')).toBeNull();
});
