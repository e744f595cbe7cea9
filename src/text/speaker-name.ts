/** Who says a statement, as far as that is known: "Ada Quill", "probably Ada Quill", "speaker not known". */
export function speakerName(name: string | null | undefined, isSure: boolean): string {
  if (!name) return 'speaker not known';
  return isSure ? name : `probably ${name}`;
}

/** The same at the beginning of a sentence or a title. */
export function speakerNameFirst(name: string | null | undefined, isSure: boolean): string {
  const words = speakerName(name, isSure);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
