import { ImportProblem } from '../item.ts';

/** Pages have some dozens of levels; the time that a page takes grows with the square of them. */
const MOST_NESTED = 256;

/** Elements whose end tags may be left out, or which have none. */
const ENDS_BY_ITSELF =
  /^(?:p|li|dt|dd|tr|td|th|thead|tbody|tfoot|option|optgroup|colgroup|rp|rt|html|head|body|area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/;

/**
 * Refuses HTML whose elements are nested too deep, judged by its tags, so that it need not be parsed.
 *
 * @throws ImportProblem
 */
export function checkNesting(html: string): void {
  const text = html.toLowerCase();
  let [depth, skipped] = [0, 0];
  for (const { index, 0: tag, 1: name = '' } of text.matchAll(/<!--|<\/?([a-z][a-z0-9-]*)/g)) {
    if (index < skipped || ENDS_BY_ITSELF.test(name)) continue;
    const end = tag === '<!--' ? '-->' : /^<(?:script|style)$/.test(tag) ? `</${name}` : null;
    if (end !== null) {
      const at = text.indexOf(end, index);
      skipped = at < 0 ? text.length : at + end.length;
      continue;
    }
    if (name === 'script' || name === 'style') continue;
    depth = Math.max(0, depth + (tag.startsWith('</') ? -1 : 1));
    if (depth <= MOST_NESTED) continue;
    const what = `The elements of the page are nested more than ${MOST_NESTED} deep. Save it from a browser again.`;
    throw new ImportProblem('nested too deep', what);
  }
}
