import { expect, test } from 'vitest';
import { runEdits } from '../tools/edits/run-edits.ts';
import { emptyFolder } from './command.ts';

/** A timeout in milliseconds that no healthy machine reaches. */
const SLOW = 900_000;

/** At most this share of the edits after which words and names still identify each statement may lead to a question. */
const MAY_ASK = 0.05;

test(
  'after any edits no address shows other words, another speaker or day unasked, or is gone while its words remain',
  () => {
    const { edits, releases, broken, clear, askedThough } = runEdits(emptyFolder(), 20_261_124, 100);
    expect(edits).toBe(100);
    expect(releases).toBeGreaterThan(10);
    expect(broken).toEqual([]);
    expect(clear).toBeGreaterThan(20);
    expect(askedThough.length / clear, askedThough.join('\n')).toBeLessThanOrEqual(MAY_ASK);
  },
  SLOW,
);
