import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check } from '../src/cli/check.ts';
import type { Command } from '../src/cli/command.ts';
import { find } from '../src/cli/find.ts';
import { importFiles } from '../src/cli/import.ts';
import { record } from '../src/cli/record.ts';
import { upgrade } from '../src/cli/upgrade.ts';
import { withdraw } from '../src/cli/withdraw.ts';

/** The result of a command. */
export interface Outcome {
  code: number | null;
  /** What it printed, on both streams. */
  output: string;
}

/** Commands that only read and write files; they run in the process of the tests. */
const COMMANDS = { check, find, import: importFiles, record, upgrade, withdraw };

/** Commands that build or serve a site; each runs in its own process, as Astro requires. */
type OfSites = 'build' | 'release' | 'serve';

export type CommandName = keyof typeof COMMANDS | OfSites;

/**
 * As for users, `NODE_ENV` is not set: Vitest sets it to `test`, in which Astro renders pages several times slower. One
 * cache of compiled code saves each process a sixth of its time.
 */
export const AS_FOR_USERS = { NODE_ENV: undefined, NODE_COMPILE_CACHE: join(tmpdir(), 'verbatim-compile-cache') };

/** Runs one of the project's commands. */
export function run(name: CommandName, args: string[], environment: Record<string, string> = {}): Promise<Outcome> {
  return name in COMMANDS
    ? runInProcess(COMMANDS[name as keyof typeof COMMANDS], args, environment)
    : runScript(`src/cli/${name}.ts`, args, environment);
}

async function runInProcess(command: Command, args: string[], environment: Record<string, string>): Promise<Outcome> {
  let output = '';
  const print = (text: string): void => {
    output += `${text}\n`;
  };
  const code = await command(args, { environment: { ...process.env, ...environment }, print, warn: print });
  return { code, output };
}

/** Runs any script of the repository in its own process. */
export async function runScript(
  script: string,
  args: string[],
  environment: Record<string, string> = {},
  cwd = '.',
): Promise<Outcome> {
  const child = spawn('node', [script, ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...AS_FOR_USERS, ...environment },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += String(chunk)));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output };
}

/** Runs a command and kills it with SIGKILL as soon as `isFarEnough`; returns its process id. */
export function killed(
  command: 'build' | 'record' | 'release',
  environment: Record<string, string>,
  isFarEnough: (pid: number | undefined) => boolean,
  args: string[] = [],
): Promise<number | undefined> {
  const child = spawn('node', [`src/cli/${command}.ts`, ...args], {
    stdio: 'ignore',
    env: { ...process.env, ...AS_FOR_USERS, ...environment },
  });
  const watch = setInterval(() => {
    if (isFarEnough(child.pid)) child.kill('SIGKILL');
  }, 2);
  return new Promise((resolve) => {
    child.on('close', () => {
      clearInterval(watch);
      resolve(child.pid);
    });
  });
}

/** Makes an empty temporary folder. */
export const emptyFolder = (): string => mkdtempSync(join(tmpdir(), 'verbatim-'));

/** Copies an archive to a temporary folder, to be edited. */
export function copyArchive(content = 'content'): string {
  const folder = emptyFolder();
  cpSync(content, folder, { recursive: true });
  return folder;
}

/** Every file of a folder with its bytes, by path. */
export const contentsOf = (folder: string): Map<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length), readFileSync(path, 'latin1')]),
  );
