import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { checkLinks } from './broken-links.ts';
import { emptyFolder } from './command.ts';

test.each(['site', 'harbour', 'strait', 'lantern'] as const)(
  'every link of every page, feed, sitemap and data file of %s leads to a file and a place in it',
  (name) => {
    const { folder, url } = inject(name);
    const home = /^Sitemap: (.*)sitemap\.xml$/m.exec(readFileSync(join(folder, 'robots.txt'), 'utf8'))?.[1] ?? '';
    expect(new URL(home).pathname).toBe(new URL(url).pathname);
    const { count, broken } = checkLinks(folder, home);
    expect(broken).toEqual([]);
    expect(count).toBeGreaterThan(500);
  },
);

test('the check names the page and the link for every broken link, and for nothing else', () => {
  const folder = emptyFolder();
  const write = (file: string, text: string): void => {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  write(
    'index.html',
    '<p id="é">Home</p><a href="a/">A</a><a href="a/?q=1#é:~:text=two">A</a><a href="#%C3%A9">Up</a>',
  );
  write(
    'a/index.html',
    `<meta http-equiv="refresh" content="0; url=/b/"><link rel="canonical" href="https://x.example/news/a">
     <meta property="og:image" content="https://x.example/news/share.png">
     <script type="application/ld+json">{"author": {"@id": "https://x.example/news/speakers/ada/"}}</script>
     <p id="é" aria-labelledby="é gone">…</p><img src="pier.png" srcset="/news/feed.xml 1x, 2.png 2x">
     <a href="../#:~:text=Home">Home</a><a href="../#nowhere:~:text=Home">Home</a><a href="https://y.example/gone/">Y</a>
     <a href="https://x.example/elsewhere/">X</a><a href="mailto:ada@x.example">Ada</a><form action="/news/find/"></form>`,
  );
  write('feed.xml', '<feed><link href="https://x.example/news/a/"/><id>https://x.example/news/c/</id></feed>');
  write('data.ndjson', '{"uri": "https://x.example/news/a/"}\n{"uri": ["https://x.example/news/d/"]}\n');
  const { broken } = checkLinks(folder, 'https://x.example/news/');
  expect(broken.map((line) => line.replace(/` .*/, '`'))).toEqual([
    'a/index.html: meta[content] `/b/`',
    'a/index.html: link[href] `https://x.example/news/a`',
    'a/index.html: meta[content] `https://x.example/news/share.png`',
    'a/index.html: script[json-ld] `https://x.example/news/speakers/ada/`',
    'a/index.html: p[arialabelledby] `#gone`',
    'a/index.html: img[src] `pier.png`',
    'a/index.html: img[srcset] `2.png`',
    'a/index.html: a[href] `../#nowhere:~:text=Home`',
    'a/index.html: form[action] `/news/find/`',
    'data.ndjson: json `https://x.example/news/d/`',
    'feed.xml: xml `https://x.example/news/c/`',
  ]);
});
