import { toXml } from 'xast-util-to-xml';

/**
 * A tree as an XML file. The library escapes `<` and `&`; if a text contains the end of a CDATA section, XML requires
 * its third character to be escaped too (XML 1.0, 2.4).
 */
export function xmlFile(tree: Parameters<typeof toXml>[0]): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${toXml(tree).replaceAll(']]>', ']]&gt;')}\n`;
}
