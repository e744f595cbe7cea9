import { basename, join } from 'node:path';
import { parseSpeakerId, type SpeakerId } from '../base/ids.ts';
import { LONGEST_SLUG } from '../base/slug.ts';
import type { Problem } from '../base/problem.ts';
import { filesBelow, type FolderFiles, readContentFile } from './content-file.ts';
import { shownPath } from '../base/settings.ts';
import { speakerSchema } from './speaker-file.ts';
import type { Speaker } from './types.ts';

/**
 * Whom each speaker's id means: itself, the one that it was merged into, or the one that had it before. An id that leads
 * nowhere means itself.
 */
export function speakerIds(speakers: readonly Speaker[]): Map<SpeakerId, SpeakerId> {
  const before = speakers.flatMap(({ id, formerly }) => formerly.map((other) => [other, id] as const));
  const into = new Map<SpeakerId, SpeakerId | undefined>([
    ...before,
    ...speakers.map(({ id, mergedInto }) => [id, mergedInto] as const),
  ]);
  const follow = (id: SpeakerId): SpeakerId => {
    const seen = new Set<SpeakerId>();
    let at = id;
    for (let next = into.get(at); next && into.has(next) && !seen.has(at); next = into.get(at)) {
      seen.add(at);
      at = next;
    }
    return at;
  };
  return new Map([...into.keys()].map((id) => [id, follow(id)]));
}

function checkFormerly(speakers: readonly Speaker[]): Problem[] {
  const files = new Map(speakers.map(({ id, file }) => [id, file]));
  return speakers.flatMap(({ id, file, formerly }) =>
    formerly.flatMap((before) => {
      const other = files.get(before);
      files.set(before, other ?? file);
      const message = `\`formerly: ${before}\` is also the id of ${other ?? ''}. Remove it here, or rename that speaker.`;
      return other && !(other === file && before !== id) ? [{ file, line: 1, message }] : [];
    }),
  );
}

function checkMerged(speakers: readonly Speaker[]): Problem[] {
  const ids = speakerIds(speakers);
  const isMerged = new Set(speakers.flatMap(({ id, mergedInto }) => (mergedInto ? [id] : [])));
  return speakers.flatMap(({ file, mergedInto, id }) => {
    const isLost = mergedInto !== undefined && (!ids.has(mergedInto) || isMerged.has(ids.get(id) ?? id));
    const message = `\`mergedInto\` is \`${mergedInto}\`, which is not a speaker of the archive or leads back here. Name another one.`;
    return isLost ? [{ file, line: 1, message }] : [];
  });
}

/** What is wrong with speakers together: ids that are used twice, or lead nowhere. */
export const checkSpeakers = (speakers: readonly Speaker[]): Problem[] => [
  ...checkMerged(speakers),
  ...checkFormerly(speakers),
];

/** Reads the file of one speaker, whose name is the speaker's id. */
export function readSpeaker(path: string): { speaker: Speaker | null; problems: Problem[] } {
  const file = shownPath(path);
  const id = path.endsWith('.yaml') ? parseSpeakerId(basename(path, '.yaml')) : null;
  if (id === null) {
    const message = `A speaker file is named by lower-case ASCII words and hyphens, at most ${LONGEST_SLUG} characters, such as \`jane-doe.yaml\`. Rename it.`;
    return { speaker: null, problems: [{ file, line: 1, message }] };
  }
  const { value, problems } = readContentFile(path, speakerSchema);
  return { speaker: value && { ...value, id, file }, problems };
}

/** The files in `speakers/`. */
export const listSpeakers = (content: string): FolderFiles => filesBelow(join(content, 'speakers'));

/** Reads `speakers/`: one file a speaker. */
export function readSpeakers(content: string): { speakers: Speaker[]; problems: Problem[] } {
  const { files, problems } = listSpeakers(content);
  const read = files.map(readSpeaker);
  const speakers = read.flatMap(({ speaker }) => (speaker ? [speaker] : []));
  return { speakers, problems: [...problems, ...read.flatMap((one) => one.problems), ...checkSpeakers(speakers)] };
}
