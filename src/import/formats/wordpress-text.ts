/** Elements that need no paragraph around them. */
const BLOCK =
  /^<\/?(?:p|div|h[1-6]|ul|ol|li|blockquote|table|thead|tbody|tr|td|th|pre|figure|figcaption|hr|section|article|header|footer|aside|iframe|script|style|dl|dt|dd)\b/i;

/** HTML without elements for paragraphs, as WordPress stores it: blank lines separate them. */
export function paragraphsOfHtml(html: string): string {
  const bare = html.replaceAll(/<!--[\s\S]*?-->/g, '').replaceAll(/\r\n?/g, '\n');
  if (/<p[\s>]/i.test(bare)) return bare;
  return bare
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => (BLOCK.test(part) ? part : `<p>${part.replaceAll('\n', '<br>')}</p>`))
    .join('\n');
}
