/** About the length that search engines show. */
const LENGTH = 160;

/** The beginning of a text, cut between words, for descriptions. */
export function describe(text: string, length = LENGTH): string {
  const words = text.replaceAll(/\s+/g, ' ');
  if (words.length <= length) return words;
  const end = words.lastIndexOf(' ', length);
  return `${words.slice(0, end > 0 ? end : length)} …`;
}
