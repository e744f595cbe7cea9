import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';

/** A command of the project that runs beside the desk. */
export interface Job {
  /** As one types it: `npm run record`. */
  command: string;
  /** What it printed, on both streams. */
  output: string;
  /** `null` while it runs. */
  code: number | null;
}

/** Runs commands of the project one at a time; they write into the content under the same lock as the desk. */
export class Jobs {
  /** The last one. */
  current: Job | null = null;
  #child: ChildProcess | null = null;

  get isRunning(): boolean {
    return this.#child !== null;
  }

  /** Starts a command, unless one is running. */
  start(name: 'record' | 'release', args: readonly string[]): void {
    if (this.#child) return;
    const job: Job = {
      command: ['npm run', name, ...(args.length > 0 ? ['--', ...args] : [])].join(' '),
      output: '',
      code: null,
    };
    this.current = job;
    const child = spawn(process.execPath, [resolve(`src/cli/${name}.ts`), ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (job.output += chunk.toString('utf8')));
    const end = (code: number | null): void => {
      job.code = code ?? 1;
      this.#child = null;
    };
    child.on('error', (error) => {
      job.output += error.message;
      end(1);
    });
    child.on('close', end);
  }
}
