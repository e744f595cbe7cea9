import { parseArgs, type ParseArgsConfig } from 'node:util';

/**
 * Runs a command: reads its arguments, and turns whatever goes wrong into a message on standard error and exit code 1,
 * without a stack trace where the message is for the user.
 *
 * @param usage shown for `--help` and for arguments that are not understood
 */
export async function runCommand<const T extends ParseArgsConfig>(
  usage: string,
  config: T,
  run: (args: ReturnType<typeof parseArgs<T>>) => Promise<void> | void,
): Promise<void> {
  if (process.argv.slice(2).some((argument) => argument === '--help' || argument === '-h')) {
    console.log(usage);
    return;
  }
  let args: ReturnType<typeof parseArgs<T>>;
  try {
    args = parseArgs<T>(config);
  } catch (error) {
    fail(`${messageOf(error)}\n\n${usage}`);
    return;
  }
  try {
    await run(args);
  } catch (error) {
    fail(messageOf(error));
  }
}

/** Says what went wrong, and makes the command end with exit code 1. */
export function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
