import { expect, test } from 'vitest';
import { runEdits } from '../tools/edits/run-edits.ts';
import { emptyFolder } from './command.ts';

/** Milliseconds: as long as no healthy machine takes. */
const SLOW = 900_000;

/** Of the edits after which words and names tell the statements apart, at most this share may ask. */
const MAY_ASK = 0.05;

test(
  'after any edits no address shows another speaker, words or day without having been asked about, and nothing is gone that the articles have',
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
