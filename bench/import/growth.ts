import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArticleFile } from '../../src/content/article-file.ts';
import { writeInventedArchive } from '../../tools/invented-articles.ts';
import { measured } from '../build/measured.ts';

/** Imports different numbers of invented pages with the command; returns time and memory of each. */
export async function measureGrowth(
  numbers: readonly number[],
): Promise<{ pages: number; seconds: number; peakMB: number }[]> {
  const results = [];
  for (const pages of numbers) {
    const folder = mkdtempSync(join(tmpdir(), 'verbatim-bench-'));
    try {
      writePages(join(folder, 'pages'), pages, join(folder, 'invented'));
      const command = ['node', 'src/cli/import.ts', '--write', join(folder, 'pages')];
      const { seconds, peakMB } = await measured(command, { VERBATIM_CONTENT: join(folder, 'content') });
      results.push({ pages, seconds, peakMB });
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
  return results;
}

/** Links around the article, as the pages of a newspaper have them. */
const MENU = Array.from({ length: 80 }, (_, link) => `<li><a href="/section/${link}">Section ${link}</a></li>`).join(
  '\n',
);

/** Writes invented articles as the pages of a newspaper. */
function writePages(folder: string, articles: number, invented: string): void {
  writeInventedArchive(invented, { articles, years: 20 });
  mkdirSync(folder);
  const files = readdirSync(join(invented, 'articles'), { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => name.endsWith('.md'))) {
    const { frontmatter, body } = parseArticleFile(readFileSync(join(invented, 'articles', file), 'utf8'), file);
    const { title = '', date = '' } = frontmatter ?? {};
    const paragraphs = body.trim().split('\n\n');
    const page = `<!doctype html><html lang="en"><head><title>${title} | The Invented Paper</title>
      <meta property="article:published_time" content="${date}T10:00:00Z"><meta name="author" content="Ada Quill">
      <link rel="canonical" href="https://paper.example/${file}"></head>
      <body><nav><ul>${MENU}</ul></nav><main><article><h1>${title}</h1>
      ${paragraphs.map((text) => `<p>${text}</p>`).join('\n')}
      </article></main><footer><ul>${MENU}</ul></footer></body></html>`;
    writeFileSync(join(folder, `${file.replaceAll('/', '-')}.html`), page);
  }
}
