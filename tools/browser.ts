import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, type BrowserServer, chromium, type LaunchOptions } from 'playwright-core';

/** The headless shell first: the same engine without the browser around it, at half the processor time. */
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
];
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** Without these Chromium asks for hosts of its own, which a closed network refuses many at a time. */
const QUIET = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];

/** An installed Chromium or Chrome, else Playwright's own; `null` where there is neither. */
function findBrowser(): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const installed = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...installed, MAC, chromium.executablePath()].find((path) => existsSync(path)) ?? null;
}

/** Makes sure that there is a browser: gets Playwright's own, else one of Debian's packages, else says what to install. */
export function provideBrowser(): void {
  if (findBrowser()) return;
  console.log('\n— No Chromium found; getting one');
  spawnSync('playwright-core', ['install', 'chromium-headless-shell'], { stdio: 'inherit', timeout: 120_000 });
  if (findBrowser()) return;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
    for (const name of ['chromium-headless-shell', 'chromium']) {
      if (!findBrowser())
        spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], { stdio: 'inherit' });
    }
  }
  if (!findBrowser()) console.error('The browser tests need Chromium or Chrome. Install the package `chromium`.');
}

/** Starts the browser. */
export const launchBrowser = (): Promise<Browser> => chromium.launch(launchOptions());

/** Starts the browser as a server that several processes connect to. */
export const serveBrowser = (): Promise<BrowserServer> => chromium.launchServer(launchOptions());

function launchOptions(): LaunchOptions {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('There is no Chromium or Chrome. Install the package `chromium`.');
  const isRoot = process.getuid?.() === 0;
  return { executablePath, args: [...QUIET, ...(isRoot ? ['--no-sandbox'] : [])] };
}
