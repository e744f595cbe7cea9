import { defineConfig } from 'astro/config';
import { readArchiveFile } from './src/content/read-archive.ts';
import { readSettings } from './src/base/settings.ts';
import { dataIndex } from './src/site/publish/data-index.ts';
import { hostHeaders } from './src/site/publish/host-headers.ts';
import { oneEngine, plainImports } from './src/site/publish/script-chunks.ts';
import { searchIndex } from './src/site/publish/search-index.ts';

const { content, base } = readSettings();
const archive = readArchiveFile(content);
const { origin, pathname } = new URL(archive.baseUrl);

export default defineConfig({
  site: origin,
  base: base ?? pathname,
  trailingSlash: 'always',
  // Files, not inline: the Content-Security-Policy of every page allows no inline style or script.
  build: { inlineStylesheets: 'never' },
  vite: {
    plugins: [plainImports()],
    build: { assetsInlineLimit: 0, modulePreload: false, rolldownOptions: oneEngine },
  },
  // Astro's compression drops the white space between inline elements, which is part of the words.
  compressHTML: false,
  devToolbar: { enabled: false },
  integrations: [searchIndex({ language: archive.languages[0] ?? 'en' }), dataIndex(), hostHeaders()],
});
