import { type Document, isMap, isScalar, LineCounter, type Node } from 'yaml';
import type { z } from 'zod';
import { MOST_NESTED, parseShallow } from './parse-yaml.ts';
import type { Problem } from './problem.ts';

/** YAML read against a schema: the value, or what is wrong with it and where. */
export interface YamlFile<T> {
  value: T | null;
  problems: Problem[];
  /** The line of the value at a path such as `['statements', 3, 'quote']`, or of its nearest parent that exists. */
  lineOf: (path: readonly PropertyKey[]) => number;
  /** The parsed document with its comments, for editing. */
  document: Document;
}

/**
 * Reads YAML against a strict schema.
 *
 * @param source the YAML text
 * @param schema its messages are whole sentences that say what to do
 * @param file its path, for problems
 * @param linesBefore the lines of the file before `source` (frontmatter begins after a line `---`)
 */
export function readYaml<T>(source: string, schema: z.ZodType<T>, file: string, linesBefore = 0): YamlFile<T> {
  const lines = new LineCounter();
  const { document, tooDeepAt } = parseShallow(source, lines);
  const lineAt = (offset: number): number => linesBefore + lines.linePos(offset).line;
  const lineOf = (path: readonly PropertyKey[]): number => lineAt(offsetOf(document, path));

  const broken = (message: string, offset: number): YamlFile<T> => {
    const problem = { file, line: lineAt(offset), message: `This is not valid YAML: ${message}` };
    return { value: null, problems: [problem], lineOf, document };
  };
  if (tooDeepAt !== null) return broken(`it is nested more than ${MOST_NESTED} deep. Take some levels out.`, tooDeepAt);
  const [error] = document.errors;
  if (error)
    return broken(`${error.message} Put texts that contain \`: \`, \`#\` or quotation marks in quotes.`, error.pos[0]);
  let data: unknown;
  try {
    data = document.toJS();
  } catch (tooManyAliases) {
    return broken(`${String(tooManyAliases)}. Write the values out instead of using aliases.`, 0);
  }

  const result = schema.safeParse(data ?? {});
  if (result.success) return { value: result.data, problems: [], lineOf, document };
  const problems = result.error.issues.flatMap((issue) => describeIssue(issue, file, lineOf));
  return { value: null, problems, lineOf, document };
}

function describeIssue(issue: z.core.$ZodIssue, file: string, lineOf: (path: PropertyKey[]) => number): Problem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      file,
      line: lineOf([...issue.path, key]),
      message: `\`${key}\` is not a known field here. Correct its spelling or remove it.`,
    }));
  }
  const field = issue.path.map(String).join('.') || 'The file';
  return [{ file, line: lineOf(issue.path), message: `\`${field}\`: ${issue.message}` }];
}

/**
 * The offset of what is at a path: of its key in a map, otherwise of the value; if it is missing, of its nearest
 * parent.
 */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const parent = document.getIn(path.slice(0, length - 1), true);
    const last = path[length - 1];
    if (isMap(parent)) {
      const pair = parent.items.find(({ key }) => isScalar(key) && key.value === last);
      if (pair) return (pair.key as Node).range?.[0] ?? 0;
    }
    const node = document.getIn(path.slice(0, length), true) as Node | undefined;
    if (node?.range) return node.range[0];
  }
  return 0;
}
