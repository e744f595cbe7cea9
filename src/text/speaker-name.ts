import { firstUpper } from './first-upper.ts';

/** What is said if nobody is named or described. */
export const NOBODY = 'speaker not known';

/** What comes before a name that is not certain, with the space after it; empty if it is certain. */
export const doubt = (isSure: boolean): string => (isSure ? '' : 'probably ');

/** Who says a statement, as far as that is known: "Ada Quill", "probably Ada Quill", "speaker not known". */
export const speakerName = (name: string | null | undefined, isSure: boolean): string =>
  name ? doubt(isSure) + name : NOBODY;

/** Who says a statement, by its row of data. */
export const rowSpeaker = ({ speaker, sure }: { speaker: Named | null; sure: boolean }): string =>
  speakerName(rowName(speaker), sure);

/** The name or the description of a row's speaker. */
export const rowName = (speaker: Named | null): string | null => speaker?.name ?? speaker?.described ?? null;

interface Named {
  name: string | null;
  described: string | null;
}

/** The same at the beginning of a sentence or a title. */
export const speakerNameFirst = (name: string | null | undefined, isSure: boolean): string =>
  firstUpper(speakerName(name, isSure));
