import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Problem } from '../base/problem.ts';
import { readYaml, type YamlFile } from '../base/yaml.ts';
import { shownPath } from '../base/settings.ts';

/** Reads a text file as UTF-8, and says why it cannot be read, or not be used while it is not merged. */
export function readText(path: string): { text: string; problems: Problem[] } {
  const file = shownPath(path);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
    return { text, problems: checkConflict(text, file) };
  } catch (error) {
    const isEncoding = error instanceof TypeError;
    const reason = isEncoding
      ? 'The file is not UTF-8 text. Save it as UTF-8.'
      : `The file cannot be read: ${String(error)}`;
    return { text: '', problems: [{ file, line: 1, message: reason }] };
  }
}

/** The marks that git leaves where two branches changed the same lines. Seven equal signs alone may underline a heading. */
const CONFLICT = /^(?:<{7}|>{7})(?: \S|$)/m;

function checkConflict(text: string, file: string): Problem[] {
  const lines = text.replaceAll('\r\n', '\n');
  const conflict = CONFLICT.exec(lines);
  if (!conflict) return [];
  const line = lines.slice(0, conflict.index).split('\n').length;
  const message =
    'This is the mark of a merge conflict. Keep what is right of both sides, and remove the lines of `<`, `=` and `>`.';
  return [{ file, line, message }];
}

/** Reads a YAML file against a schema. A missing file is a problem like any other. */
export function readContentFile<T>(
  path: string,
  schema: z.ZodType<T>,
): YamlFile<T> | { value: null; problems: Problem[] } {
  const file = shownPath(path);
  if (!isThere(path)) {
    return {
      value: null,
      problems: [{ file, line: 1, message: 'The file does not exist. Make it, or correct VERBATIM_CONTENT.' }],
    };
  }
  return readYamlFile(path, schema);
}

/** Reads a YAML file that is there against a schema. */
export function readYamlFile<T>(path: string, schema: z.ZodType<T>): YamlFile<T> {
  const links = checkLink(path);
  const { text, problems } = links.length > 0 ? { text: '', problems: links } : readText(path);
  const read = readYaml(text, schema, shownPath(path));
  return problems.length > 0 ? { ...read, value: null, problems } : read;
}

/** Whether there is anything at a path, be it a link that leads nowhere. */
export const isThere = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

/** What a folder of the content contains. */
export interface FolderFiles {
  /** Its files and those of its folders, as sorted absolute paths. */
  files: string[];
  /** One for every symbolic link. */
  problems: Problem[];
}

/**
 * Finds the files below a folder; none if there is no folder. Hidden files and folders are left out. Symbolic links are
 * not followed, so that every file of an archive lies in its folder, once, and is copied with it.
 */
export function filesBelow(folder: string): FolderFiles {
  const files: string[] = [];
  const problems = checkLink(folder);
  const folders = problems.length === 0 && existsSync(folder) ? [folder] : [];
  for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
    for (const entry of readdirSync(next, { withFileTypes: true })) {
      const path = join(next, entry.name);
      if (entry.name.startsWith('.')) continue;
      if (entry.isDirectory()) folders.push(path);
      else if (entry.isFile()) files.push(path);
      else problems.push(...checkLink(path));
    }
  }
  return { files: files.toSorted(), problems: problems.toSorted((a, b) => (a.file < b.file ? -1 : 1)) };
}

/** Refuses a file or folder of the content that is a symbolic link. */
export function checkLink(path: string): Problem[] {
  if (!lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) return [];
  const message =
    'This is a symbolic link, which is not followed. Put the file or folder itself here, or remove the link.';
  return [{ file: shownPath(path), line: 1, message }];
}
