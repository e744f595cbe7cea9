import { defineConfig } from 'astro/config';
import { devServer } from './src/site/publish/dev-server.ts';
import { pageCompiler } from './src/site/publish/page-compiler.ts';
import { oneEngine, plainImports } from './src/site/publish/script-chunks.ts';

export default defineConfig({
  trailingSlash: 'always',
  // Pages are compiled once, and rendered by the publisher.
  output: 'server',
  adapter: pageCompiler(),
  integrations: [devServer()],
  // Files, not inline: the Content-Security-Policy of every page allows no inline style or script.
  build: { inlineStylesheets: 'never' },
  vite: {
    plugins: [plainImports()],
    build: { assetsInlineLimit: 0, modulePreload: false, rolldownOptions: oneEngine },
  },
  // Astro's compression drops the white space between inline elements, which is part of the words.
  compressHTML: false,
  devToolbar: { enabled: false },
});
