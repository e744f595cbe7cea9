import type { Address } from '../text/address.ts';
import type { RecordedStatement } from './record-file.ts';
import { isIdOf } from './statement-id.ts';

/** Whether a statement was recorded while its article had some address: its id was made from that and its words. */
export function isMadeAt(
  { id, quote, history }: Pick<RecordedStatement, 'id' | 'quote' | 'history'>,
  address: Address,
): boolean {
  if (id === undefined) return false;
  const words = [quote, ...history.flatMap((entry) => (entry.quote ? [entry.quote] : []))];
  return words.some((one) => isIdOf(id, address, one.join(' ')));
}
