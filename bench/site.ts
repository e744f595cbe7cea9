/** `npm run bench`: what the built site (VERBATIM_OUT, default dist) sends to a browser on its first visit. */
import { existsSync, readdirSync } from 'node:fs';
import { readSettings } from '../src/base/settings.ts';
import { launchBrowser } from '../tools/browser.ts';
import { serveFolder } from '../tools/server.ts';
import { wireSize } from '../tools/wire.ts';

const { out } = readSettings();
const year = (existsSync(out) ? readdirSync(out) : []).find((name) => /^\d{4}$/.test(name));
if (!year) throw new Error(`There is no article in \`${out}\`. Build with \`npm run build\` first.`);
const article = readdirSync(`${out}/${year}`, { recursive: true, encoding: 'utf8' }).find((path) =>
  /^\d\d\/\d\d\/[^/]+$/.test(path),
);

const [statement] = readdirSync(`${out}/s`);

const { url, stop } = await serveFolder(out, '/');
const browser = await launchBrowser();
console.log('| page | KB | without fonts | … uncompressed | scripts | requests |\n|---|---|---|---|---|---|');
for (const [name, path] of [
  ['article', `${year}/${article}/`],
  ['statement', `s/${statement}/`],
  ['search, ready to type', 'search/'],
  ['search, first results', 'search/?q=security'],
] as const) {
  const page = await browser.newPage();
  const sizes: { url: string; bytes: number; wire: number }[] = [];
  page.on('response', async (response) => {
    const body = await response.body();
    sizes.push({ url: response.url(), bytes: body.length, wire: wireSize(response.url(), body) });
  });
  await page.goto(url + path, { waitUntil: 'networkidle' });
  const kilobytes = (keep: (address: string) => boolean, as: 'wire' | 'bytes' = 'wire'): string =>
    (sizes.filter((size) => keep(size.url)).reduce((sum, size) => sum + size[as], 0) / 1024).toFixed(1);
  const font = /woff2$/;
  const columns = [
    kilobytes(() => true),
    kilobytes((address) => !font.test(address)),
    kilobytes((address) => !font.test(address), 'bytes'),
    kilobytes((address) => /js$/.test(address)),
  ];
  console.log(`| ${name} | ${columns.join(' | ')} | ${sizes.length} |`);
  await page.close();
}
await browser.close();
await stop();
