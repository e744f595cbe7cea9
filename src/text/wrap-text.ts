import type { Element, ElementContent, Text } from 'hast';
import { overlapping } from '../base/sorted.ts';
import { type CanonicalText, isBlock, type Span } from './canonical-text.ts';

/** Makes the element around some words; `part` counts from 0 if one span needs several elements. */
export type Wrapper = (children: ElementContent[], part: number) => Element;

/**
 * Wraps spans of canonical text in elements, and inserts elements between its words, without changing a word.
 *
 * A span becomes one element if the tree allows it: around a text, or around whole inline elements and the texts
 * between them. If it begins or ends inside an inline element, or spans several blocks, it becomes several.
 */
export class TextWrapper {
  /** The blocks that contain text, in text order. */
  readonly #blocks: (Span & { element: Element })[];
  /** The place of a node's words in the canonical text; `null` if it has none (an image, a break). */
  readonly #places = new Map<ElementContent, Span | null>();

  constructor({ paragraphs }: CanonicalText) {
    this.#blocks = paragraphs.map(({ element, start, end }) => ({ element, start, end }));
    for (const { pieces } of paragraphs) {
      for (const { node, start, end } of pieces) this.#places.set(node, end > start ? { start, end } : null);
    }
  }

  /** Wraps one span; returns the number of elements that it took. */
  wrap(span: Span, wrapper: Wrapper): number {
    const blocks = overlapping(this.#blocks, span).map(({ element }) => element);
    return [...new Set(blocks)].reduce((part, block) => this.#wrapIn(block, span, wrapper, part), 0);
  }

  /** Puts an element right after the character before `index`, outside of any inline element that ends there. */
  insertAfter(index: number, element: Element): void {
    const [block] = overlapping(this.#blocks, { start: index - 1, end: index });
    if (block) this.#insertIn(block.element, index, element);
  }

  /** The span of canonical text in a text node of the tree; `null` if it is not part of that text. */
  placeOf(node: Text): Span | null {
    return this.#places.get(node) ?? null;
  }

  #wrapIn(parent: Element, span: Span, wrapper: Wrapper, firstPart: number): number {
    const result: ElementContent[] = [];
    let part = firstPart;
    let group: ElementContent[] = [];
    const close = (): void => {
      if (group.length > 0) result.push(wrapper(group, part++));
      group = [];
    };
    for (const child of parent.children) {
      const isApart = child.type === 'element' && isBlock(child);
      const place = isApart ? null : this.#placeOf(child);
      if (!place && group.length > 0 && !isApart) {
        group.push(child); // a line break or an image between the words
      } else if (!place || place.start >= span.end || place.end <= span.start) {
        close();
        result.push(child);
      } else if (child.type === 'text') {
        const [before, inside, after] = this.#split(child, place, span);
        if (before) {
          close();
          result.push(before);
        }
        group.push(inside);
        if (after) {
          close();
          result.push(after);
        }
      } else if (child.type === 'element') {
        const isInside = place.start >= span.start && place.end <= span.end;
        if (isInside) {
          group.push(child);
        } else {
          close();
          part = this.#wrapIn(child, span, wrapper, part);
          result.push(child);
        }
      }
    }
    close();
    parent.children = result;
    return part;
  }

  #insertIn(parent: Element, index: number, element: Element): boolean {
    for (const [at, child] of parent.children.entries()) {
      const isApart = child.type === 'element' && isBlock(child);
      const place = isApart ? null : this.#placeOf(child);
      if (!place || index <= place.start || index > place.end) continue;
      if (child.type === 'text' && index < place.end) {
        const [, before, after] = this.#split(child, place, { start: place.start, end: index });
        parent.children.splice(at, 1, before, element, ...(after ? [after] : []));
        return true;
      }
      if (child.type === 'element' && index < place.end) return this.#insertIn(child, index, element);
      parent.children.splice(at + 1, 0, element);
      return true;
    }
    return false;
  }

  /** Splits a text node into the parts before, inside and after a span. */
  #split(node: Text, place: Span, span: Span): [Text | null, Text, Text | null] {
    const cut = (start: number, end: number): Text => {
      const text: Text = { type: 'text', value: node.value.slice(start - place.start, end - place.start) };
      this.#places.set(text, { start, end });
      return text;
    };
    const start = Math.max(place.start, span.start);
    const end = Math.min(place.end, span.end);
    return [
      start > place.start ? cut(place.start, start) : null,
      cut(start, end),
      end < place.end ? cut(end, place.end) : null,
    ];
  }

  /** The span of canonical text in a node, which wrapping does not change. */
  #placeOf(node: ElementContent): Span | null {
    const known = this.#places.get(node);
    if (known !== undefined || node.type !== 'element') return known ?? null;
    const places = node.children.map((child) => this.#placeOf(child)).filter((place) => place !== null);
    const [first] = places;
    const last = places.at(-1);
    const place = first && last ? { start: first.start, end: last.end } : null;
    this.#places.set(node, place);
    return place;
  }
}
