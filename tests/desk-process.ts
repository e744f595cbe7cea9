import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { AS_FOR_USERS } from './command.ts';

/** A desk that was opened for a test. */
export interface OpenDesk {
  /** Its address, with the closing slash. */
  url: string;
  process: ChildProcess;
  /** Closes it as a user does. */
  close: () => Promise<void>;
}

/** Opens the desk of a content folder on a free port. */
export async function openDesk(content: string, environment: Record<string, string> = {}): Promise<OpenDesk> {
  const child = spawn('node', ['src/cli/desk.ts', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...AS_FOR_USERS, VERBATIM_CONTENT: content, ...environment },
  });
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString('utf8');
        const found = /http:\/\/localhost:\d+\//.exec(output);
        if (found) resolve(found[0]);
      });
    child.on('close', () => {
      reject(new Error(`The desk does not open:\n${output}`));
    });
  });
  const close = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill();
    await once(child, 'close');
  };
  return { url, process: child, close };
}
