/** As long as search engines show. */
const LENGTH = 160;

/** The first words of a text, cut at a word, for descriptions. */
export function describe(text: string): string {
  const words = text.replaceAll(/\s+/g, ' ');
  if (words.length <= LENGTH) return words;
  return `${words.slice(0, words.lastIndexOf(' ', LENGTH))} …`;
}
