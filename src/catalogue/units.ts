import type { SpeakerId } from '../base/ids.ts';
import type { Address } from '../text/address.ts';

/**
 * A unit is a part of the archive whose files are made again together: an article with its statements, a speaker, a
 * topic, a year, a month, or what belongs to the whole archive.
 */
export type Unit = string & { readonly brand: 'Unit' };

/** The unit of what shows the whole archive: its front page, lists, feeds and data. */
export const WHOLE = 'archive' as Unit;

/** The unit of the pages that are made last, since they tell of other files. */
export const LAST = 'last' as Unit;

export const articleUnit = (address: Address): Unit => `article ${address}` as Unit;
export const speakerUnit = (id: SpeakerId): Unit => `speaker ${id}` as Unit;
export const topicUnit = (id: string): Unit => `topic ${id}` as Unit;
/** Of a year, `2023`, or a month, `2023-05`. */
export const periodUnit = (period: string): Unit => `period ${period}` as Unit;

/** The kind of a unit and the name of what it is for. */
export function parseUnit(unit: Unit): [kind: string, name: string] {
  const [kind = '', name = ''] = unit.split(' ');
  return [kind, name];
}
