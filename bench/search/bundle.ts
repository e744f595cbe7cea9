import { build } from 'vite';
import { plainImports } from '../../src/site/publish/script-chunks.ts';

/** Bundles scripts for the browser in the same way as the site's: `bench/search/NAME.ts` -> `FOLDER/NAME.js`. */
export async function bundle(names: readonly string[], folder: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [plainImports()],
    build: {
      outDir: folder,
      emptyOutDir: false,
      modulePreload: false,
      rolldownOptions: {
        input: Object.fromEntries(names.map((name) => [name, `bench/search/${name}.ts`])),
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  });
}
