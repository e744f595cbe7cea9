import type { Element } from 'hast';
import type { Decision } from '../queue/decide.ts';
import { type Content, el } from './frame.ts';

/** The keys of a list: from 1; 0 has a meaning of its own. */
export const digit = (index: number): string => String(index + 1);

/** A button that decides; its key does the same. */
export const decisionButton = (key: string | null, decision: Decision, ...content: Content[]): Element =>
  el(
    'button',
    { type: 'button', dataDecision: JSON.stringify(decision), ...(key ? { dataKey: key } : {}) },
    key !== null && el('kbd', {}, key),
    ' ',
    content,
  );

/** A button for something that the script of the page does. */
export const button = (key: string, properties: Record<string, unknown>, label: string): Element =>
  el('button', { type: 'button', dataKey: key, ...properties }, el('kbd', {}, key), ` ${label}`);
