import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a command did. */
export interface Outcome {
  code: number | null;
  /** What it printed, on both streams. */
  output: string;
}

/** Runs one of the project's commands as an editor would. */
export function run(
  command: 'build' | 'check' | 'find' | 'import' | 'record' | 'release' | 'serve' | 'upgrade' | 'withdraw',
  args: string[],
  environment: Record<string, string> = {},
): Outcome {
  return runScript(`src/cli/${command}.ts`, args, environment);
}

/** Runs a command while others run. */
export async function start(
  command: 'build',
  environment: Record<string, string>,
  args: string[] = [],
): Promise<Outcome> {
  const child = spawn('node', [`src/cli/${command}.ts`, ...args], { env: { ...process.env, ...environment } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += String(chunk)));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output };
}

/** Runs any script of the repository. */
export function runScript(script: string, args: string[], environment: Record<string, string> = {}): Outcome {
  const { status, stdout, stderr } = spawnSync('node', [script, ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  });
  return { code: status, output: stdout + stderr };
}

/** Runs a command and kills it, without a warning, as soon as it has come so far; returns the number of its process. */
export function killed(
  command: 'build' | 'record' | 'release',
  environment: Record<string, string>,
  isFarEnough: (pid: number | undefined) => boolean,
  args: string[] = [],
): Promise<number | undefined> {
  const child = spawn('node', [`src/cli/${command}.ts`, ...args], {
    stdio: 'ignore',
    env: { ...process.env, ...environment },
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

/** An empty folder that lasts as long as the machine's temporary files do. */
export const emptyFolder = (): string => mkdtempSync(join(tmpdir(), 'verbatim-'));

/** A copy of an archive, to be edited. */
export function copyArchive(content = 'content'): string {
  const folder = emptyFolder();
  cpSync(content, folder, { recursive: true });
  return folder;
}
