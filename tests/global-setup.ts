import type { TestProject } from 'vitest/node';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveBrowser } from '../tools/browser.ts';
import { run } from './command.ts';
import { serveFolder } from '../tools/server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The built archive of `content/`, served at the root. */
    site: BuiltSite;
    /** The built archive of `tests/archives/harbour`, served under `/news/`. */
    harbour: BuiltSite;
    /** The built archive of `tests/archives/strait`, in three languages, served at the root. */
    strait: BuiltSite;
    /** The built archive of `tests/archives/lantern`, hard to link to and to cite, served under `/papers/`. */
    lantern: BuiltSite;
    /** The address of the browser that all tests share. */
    browser: string;
  }
}

/** A built archive. */
export interface BuiltSite {
  folder: string;
  /** The address of its front page, with the closing slash. */
  url: string;
}

/** Builds the archives once, in parallel, serves them as a static host would, and starts the shared browser. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-site-'));
  const [browser, site, harbour, strait, lantern] = await Promise.all([
    serveBrowser(),
    build(join(folder, 'site'), '/', 'content'),
    build(join(folder, 'harbour'), '/news/', 'tests/archives/harbour'),
    build(join(folder, 'strait'), '/', 'tests/archives/strait'),
    build(join(folder, 'lantern'), '/papers/', 'tests/archives/lantern'),
  ]);
  project.provide('browser', browser.wsEndpoint());
  project.provide('strait', strait.built);
  project.provide('lantern', lantern.built);
  project.provide('site', site.built);
  project.provide('harbour', harbour.built);
  return async () => {
    await Promise.all([browser.close(), site.stop(), harbour.stop(), strait.stop(), lantern.stop()]);
    rmSync(folder, { recursive: true });
  };
}

async function build(
  folder: string,
  base: string,
  content: string,
): Promise<{ built: BuiltSite; stop: () => Promise<void> }> {
  const environment = { VERBATIM_CONTENT: content, VERBATIM_OUT: folder };
  const { code, output } = await run('build', ['--base', base], environment);
  if (code !== 0) throw new Error(`${content} does not build:\n${output}`);
  const { url, stop } = await serveFolder(folder, base);
  return { built: { folder, url }, stop };
}
