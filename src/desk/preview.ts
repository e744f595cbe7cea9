import { existsSync, readFileSync } from 'node:fs';
import { createTwoFilesPatch } from 'diff';
import { shortHash } from '../base/hash.ts';
import { shownPath } from '../base/settings.ts';
import { StagedFiles } from '../record/content-files.ts';
import type { Desk } from './desk.ts';

/** What an act would change, before it is done. */
export interface Preview {
  /** Each file with the difference, as `diff -u` writes it. */
  files: { file: string; difference: string }[];
  /** A digest of all of it: what is done is what was shown. */
  digest: string;
}

/**
 * Shows what an act would change or, if the editor has seen that, does it.
 *
 * @param seen the digest of the preview that the editor agreed to; `null` if there was none
 * @returns `null` once it is done
 */
export async function previewOrDo(
  desk: Desk,
  label: string,
  seen: string | null,
  stage: (files: StagedFiles) => void,
): Promise<Preview | null> {
  const files = new StagedFiles();
  stage(files);
  const preview = previewOf(files);
  if (preview.digest !== seen) return preview;
  await desk.changeFiles(null, (again) => {
    for (const [path, text] of files.changes) {
      if (text === null) again.remove(path);
      else again.write(path, text);
    }
    return { label };
  });
  return null;
}

function previewOf({ changes }: StagedFiles): Preview {
  const files = [...changes].flatMap(([path, after]) => {
    const file = shownPath(path);
    const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
    const difference = createTwoFilesPatch(file, file, before, after ?? '', '', '', { context: 2 });
    return before === after ? [] : [{ file, difference: difference.split('\n').slice(4).join('\n') }];
  });
  return { files, digest: shortHash(JSON.stringify(files), 12) };
}
