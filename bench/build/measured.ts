import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What a command costs. */
export interface Cost {
  /** From its start to its end. */
  seconds: number;
  /** The memory of the largest of its processes, at its peak; 0 if there is no `/proc`. */
  peakMB: number;
  output: string;
}

/** How often the memory of the processes is looked at, in milliseconds. */
const LOOK = 50;

/**
 * Runs a command and measures it.
 *
 * @throws if it fails, with what it printed
 */
export async function measured(
  [program = '', ...args]: readonly string[],
  environment: Record<string, string> = {},
  cwd = '.',
): Promise<Cost> {
  const start = performance.now();
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [output, peak] = ['', 0];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (output += data.toString()));
  const looking = setInterval(() => {
    peak = Math.max(peak, largestOf(child.pid ?? 0));
  }, LOOK);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearInterval(looking);
  if (code !== 0) throw new Error(`\`${program} ${args.join(' ')}\` failed:\n${output}`);
  return { seconds: (performance.now() - start) / 1000, peakMB: peak / 1024, output };
}

/** The memory that the largest of a process and its descendants had at its peak, in KB. */
function largestOf(pid: number): number {
  try {
    const own = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
    const threads = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
    return Math.max(own, ...threads.trim().split(' ').filter(Boolean).map(Number).map(largestOf));
  } catch {
    return 0;
  }
}
