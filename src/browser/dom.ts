import type { Part } from '../words/words.ts';

/** Makes an element with properties and children. Strings are always inserted as text, never as HTML. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

/** A text of the interface as nodes; each of its elements is made from its words. */
export const madeOf = <Element extends string>(
  parts: readonly Part<Element>[],
  elements: Record<Element, (words: string) => Node | string>,
): (Node | string)[] => parts.map(({ element, text }) => (element === null ? text : elements[element](text)));
