import { type Part, rich, t } from '../words/words.ts';
import { firstUpper } from './first-upper.ts';

/** Who says a statement, as far as that is known: "Ada Quill", "probably Ada Quill", "speaker not known". */
export const speakerName = (name: string | null | undefined, isSure: boolean): string =>
  name ? (isSure ? name : t('speaker.probably', { name })) : t('speaker.unknown');

/** The same in parts, of which one is the `name`, if it is known; for where it is a link. */
export function speakerParts(name: string | null | undefined, isSure: boolean): Part<'name'>[] {
  if (!name) return [{ element: null, text: firstUpper(t('speaker.unknown')) }];
  return isSure ? [{ element: 'name', text: name }] : rich('speaker.probably', { name });
}

/** Who says a statement, by its row of data. */
export const rowSpeaker = ({ speaker, sure }: { speaker: Named | null; sure: boolean }): string =>
  speakerName(rowName(speaker), sure);

/** The name or the description of a row's speaker. */
export const rowName = (speaker: Named | null): string | null => speaker?.name ?? speaker?.described ?? null;

interface Named {
  name: string | null;
  described: string | null;
}

/** Who says a statement, at the beginning of a sentence or a title. */
export const speakerNameFirst = (name: string | null | undefined, isSure: boolean): string =>
  firstUpper(speakerName(name, isSure));
