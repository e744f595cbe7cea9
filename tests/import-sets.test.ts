import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { measurePages } from '../bench/import/pages.ts';

const sets = join(process.env['VERBATIM_IMPORT_SETS'] || join('..', 'shared', 'import-sets'), 'scrapinghub');
const isThere = existsSync(join(sets, 'ground-truth.json'));

// Without the folder that VERBATIM_IMPORT_SETS names, there are no sample pages to test.
test.skipIf(!isThere)(
  'of the real pages in VERBATIM_IMPORT_SETS, the article is found, and next to no quotation is lost',
  () => {
    const { f1, quotations, kept } = measurePages(sets);
    expect(f1).toBeGreaterThanOrEqual(0.94);
    expect(kept / quotations).toBeGreaterThanOrEqual(0.995);
  },
);
