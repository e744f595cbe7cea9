import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { spawnSync } from 'node:child_process';
import { type Cost, measured } from './measured.ts';

/** Builds the pages of articles with stock Astro, by its documentation for content collections, then indexes them. */
export async function buildWithAstro(content: string, folder: string): Promise<Cost> {
  write(folder, {
    'package.json': '{ "type": "module" }',
    'astro.config.mjs': `import { defineConfig } from 'astro/config';\nexport default defineConfig({ site: 'https://archive.example' });\n`,
    'src/content.config.ts': `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
export const collections = { articles: defineCollection({ loader: glob({ pattern: '**/*.md', base: ${JSON.stringify(join(content, 'articles'))} }) }) };
`,
    'src/pages/[...slug].astro': `---
import { getCollection, render } from 'astro:content';
export async function getStaticPaths() {
  const articles = await getCollection('articles');
  return articles.map((article) => ({ params: { slug: article.id }, props: { article } }));
}
const { article } = Astro.props;
const { Content } = await render(article);
---
<html lang="en">
  <head><meta charset="utf-8" /><title>{article.data.title}</title></head>
  <body><main data-pagefind-body><h1>{article.data.title}</h1><Content /></main></body>
</html>
`,
  });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  const built = await measured(['node', 'node_modules/astro/bin/astro.mjs', 'build', '--silent'], {}, folder);
  return together(built, await indexed(join(folder, 'dist')));
}

/** The same with Hugo; `null` if it is not installed. */
export async function buildWithHugo(content: string, folder: string): Promise<Cost | null> {
  if (spawnSync('hugo', ['version']).status !== 0) return null;
  write(folder, {
    'config.toml': 'baseURL = "https://archive.example/"\nlanguageCode = "en"\ntitle = "The invented archive"\n',
    'layouts/_default/single.html':
      '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body><main data-pagefind-body><h1>{{ .Title }}</h1>{{ .Content }}</main></body></html>\n',
  });
  const built = await measured(
    ['hugo', '--quiet', '--contentDir', join(content, 'articles'), '--destination', join(folder, 'dist')],
    {},
    folder,
  );
  return together(built, await indexed(join(folder, 'dist')));
}

const indexed = (site: string): Promise<Cost> => measured(['node_modules/.bin/pagefind', '--site', site]);

const together = (a: Cost, b: Cost): Cost => ({
  seconds: a.seconds + b.seconds,
  peakMB: Math.max(a.peakMB, b.peakMB),
  output: '',
});

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}
