/** Who says a statement, as far as that is known: "Ada Quill", "probably Ada Quill", "speaker not known". */
export function speakerName(name: string | null | undefined, isSure: boolean): string {
  if (!name) return 'speaker not known';
  return isSure ? name : `probably ${name}`;
}
