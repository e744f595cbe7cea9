import { parseArgs, type ParseArgsConfig } from 'node:util';
import { english } from '../content/words/read-words.ts';
import { setWords } from '../words/chosen.ts';

/** What a command runs in: its environment, and where its output goes. */
export interface Terminal {
  environment: NodeJS.ProcessEnv;
  /** Prints to standard output. */
  print: (text: string) => void;
  /** Prints to standard error. */
  warn: (text: string) => void;
}

/** A terminal in which a command can also fail and go on. */
export interface Running extends Terminal {
  /** Says what went wrong, and makes the command end with exit code 1. */
  fail: (message: string) => void;
}

/** A command: takes its arguments and a terminal, returns its exit code. */
export type Command = (args: string[], terminal: Terminal) => Promise<number>;

/**
 * Defines a command: reads its arguments, and turns whatever goes wrong into a message on standard error and exit code 1,
 * without a stack trace, since the message is for the user.
 *
 * @param usage shown for `--help` and for arguments that are not understood
 */
export function defineCommand<const T extends ParseArgsConfig>(
  usage: string,
  config: T,
  run: (args: ReturnType<typeof parseArgs<T>>, running: Running) => Promise<void> | void,
): Command {
  return async (args, terminal) => {
    if (args.some((argument) => argument === '--help' || argument === '-h')) {
      terminal.print(usage);
      return 0;
    }
    let code = 0;
    const fail = (message: string): void => {
      terminal.warn(message);
      code = 1;
    };
    let parsed: ReturnType<typeof parseArgs<T>>;
    try {
      parsed = parseArgs<T>({ ...config, args });
    } catch (error) {
      fail(`${messageOf(error)}\n\n${usage}`);
      return code;
    }
    try {
      await run(parsed, { ...terminal, fail });
    } catch (error) {
      fail(messageOf(error));
    }
    return code;
  };
}

/** Runs a command with the arguments, the environment and the output of this process. */
export async function runCommand(command: Command): Promise<void> {
  // What the pages of a site say in its language, commands and the desk say in English.
  setWords(english());
  process.exitCode = await command(process.argv.slice(2), {
    environment: process.env,
    print: console.log,
    warn: console.error,
  });
}

/** What went wrong. An error without words of its own is shown with those of its causes, or with its stack. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'ENOSPC') {
    return 'The disk is full. Nothing is half-written: free some space, and run the command again.';
  }
  const causes: unknown[] = error instanceof AggregateError ? error.errors : [];
  return error.message || causes.map(messageOf).join('\n') || error.stack || error.name;
}
