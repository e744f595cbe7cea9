/** One thing that an editor has to fix. The message says what happened, then what to do. */
export interface Problem {
  /** The file, as a path from the working directory. */
  file: string;
  /** Its line, counted from 1. */
  line: number;
  message: string;
}

/** Thrown when content cannot be used; its message lists every problem, so that one run shows all. */
export class ContentError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(describeProblems(problems));
    this.name = 'ContentError';
    this.problems = problems;
  }
}

/** Problems as lines of `file:line: message`, with a closing count. */
export function describeProblems(problems: readonly Problem[]): string {
  const lines = problems.map(({ file, line, message }) => `${file}:${line}: ${message}`);
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  return [...lines, `${count} in the content.`].join('\n');
}
