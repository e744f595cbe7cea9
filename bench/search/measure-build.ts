import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface BuildRow {
  engine: 'static' | 'pagefind';
  seconds: number;
  /** The peak memory of its processes, in MB. */
  peakMB: number;
  files: number;
  bytes: number;
}

/** The interval at which the memory of the processes is sampled, in milliseconds. */
const LOOK = 100;
const TASKSET = '/usr/bin/taskset';

/** Builds an index, on a single core if `taskset` is available, and measures it. Also returns the name of the entry. */
export async function measureBuild(
  engine: BuildRow['engine'],
  rows: string,
  folder: string,
): Promise<{ row: BuildRow; entry: string }> {
  mkdirSync(folder, { recursive: true });
  const command = [process.execPath, 'bench/search/build.ts', engine, rows, folder];
  const [program = '', ...args] = existsSync(TASKSET) ? [TASKSET, '-c', '0', ...command] : command;
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  let peak = 0;
  const looking = setInterval(() => {
    peak = Math.max(peak, memoryOf(child.pid ?? 0));
  }, LOOK);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearInterval(looking);
  if (code !== 0) throw new Error(`Building with ${engine} ended with code ${code}.`);
  const { entry, seconds } = JSON.parse(output.trim().split('\n').at(-1) ?? '{}') as { entry: string; seconds: number };
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(folder, path)).isFile(),
  );
  const bytes = files.reduce((sum, path) => sum + statSync(join(folder, path)).size, 0);
  return { row: { engine, seconds, peakMB: peak / 1024, files: files.length, bytes }, entry };
}

/** The memory of a process and all its descendants, in KB; 0 if there is no `/proc`. */
function memoryOf(pid: number): number {
  try {
    const own = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean);
    return children.reduce((sum, child) => sum + memoryOf(Number(child)), own);
  } catch {
    return 0;
  }
}
