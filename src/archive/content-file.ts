import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'astro/zod';
import type { Problem } from '../base/problem.ts';
import { readYaml, type YamlFile } from '../base/yaml.ts';
import { shownPath } from './settings.ts';

/** Reads a text file as UTF-8, or says why it cannot be read. */
export function readText(path: string): { text: string; problems: Problem[] } {
  const file = shownPath(path);
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path)), problems: [] };
  } catch (error) {
    const isEncoding = error instanceof TypeError;
    const reason = isEncoding
      ? 'The file is not UTF-8 text. Save it as UTF-8.'
      : `The file cannot be read: ${String(error)}`;
    return { text: '', problems: [{ file, line: 1, message: reason }] };
  }
}

/** Reads a YAML file against a schema. A missing file is a problem like any other. */
export function readContentFile<T>(
  path: string,
  schema: z.ZodType<T>,
): YamlFile<T> | { value: null; problems: Problem[] } {
  const file = shownPath(path);
  if (!existsSync(path)) {
    return {
      value: null,
      problems: [{ file, line: 1, message: 'The file does not exist. Make it, or correct VERBATIM_CONTENT.' }],
    };
  }
  const { text, problems } = readText(path);
  return problems.length > 0 ? { value: null, problems } : readYaml(text, schema, file);
}

/** The files below a folder, as sorted absolute paths; none where there is no folder. Hidden files are left out. */
export function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}
