import { existsSync, renameSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { shortHash } from '../base/hash.ts';
import { codeVersion } from '../catalogue/code-version.ts';

/** The folders whose files the scripts and styles of the desk are made of. */
const FOLDERS = ['src/desk/browser', 'src/browser', 'src/styles'];

/**
 * Makes the desk's script and styles, once for each version of the code. No page of the published site uses them.
 *
 * @param work the folder for what can be made again
 * @returns the folder with `desk.js` and `desk.css`
 */
export async function compileDesk(work: string): Promise<string> {
  const folder = resolve(work, 'desk', shortHash(codeVersion(FOLDERS), 12));
  if (existsSync(folder)) return folder;
  // Loaded only when needed, since it makes the desk open half a second later.
  const { build } = await import('vite');
  const unfinished = `${folder}.unfinished-${process.pid}`;
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      outDir: unfinished,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: false,
      rolldownOptions: {
        input: 'src/desk/browser/desk.ts',
        output: { entryFileNames: 'desk.js', assetFileNames: '[name][extname]' },
      },
    },
    base: './',
  });
  rmSync(folder, { recursive: true, force: true });
  renameSync(unfinished, folder);
  return folder;
}
