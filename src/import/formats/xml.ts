import type { Element, Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { ImportProblem } from '../item.ts';

/** Parses XML. @throws ImportProblem with the line of what is wrong */
export function parseXml(text: string): Root {
  try {
    return fromXml(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const { reason = String(error), line, cause } = error as { reason?: string; line?: number; cause?: unknown };
    if (cause instanceof RangeError) throw cause;
    const [what = reason] = cause instanceof Error ? cause.message.split('\n') : [reason];
    throw new ImportProblem(
      'damaged XML',
      `${line ? `Line ${line}: ` : ''}The XML is damaged: ${what.replace(/ \(line.*\)$|\.$/, '')}. Save it again.`,
    );
  }
}

/** `nitf:p` -> `p`. */
export const localName = ({ name }: Element): string => name.replace(/^.*:/, '').toLowerCase();

/** The elements of a name below another, at any depth. */
export function elementsIn(node: Root | Element, name: string): Element[] {
  return node.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    return [...(localName(child) === name ? [child] : []), ...elementsIn(child, name)];
  });
}

/** The first element at a path of names. */
export function elementAt(node: Root | Element | undefined, ...path: string[]): Element | undefined {
  return path.reduce<Root | Element | undefined>((at, name) => (at ? elementsIn(at, name)[0] : undefined), node) as
    Element | undefined;
}

/** The text of an element, without that of elements of certain names. */
export function textIn(node: Root | Element | undefined, without: readonly string[] = []): string {
  const text = (node?.children ?? []).map((child) => {
    if (child.type === 'text' || child.type === 'cdata') return child.value;
    return child.type === 'element' && !without.includes(localName(child)) ? ` ${textIn(child, without)} ` : '';
  });
  return text.join('').replaceAll(/\s+/g, ' ').trim();
}
