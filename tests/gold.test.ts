import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { goldFolder, loadScorer } from '../bench/gold.ts';
import { findStatements } from '../src/find/find-statements.ts';

interface Share {
  v: number;
}
interface Scores {
  detection: { exact: { f1: number } };
  source: { overlap: Record<string, Share>; strict: Record<string, Share> };
  person: Record<string, Share>;
  endToEnd: { f1: number };
  speaker: { accuracy: Record<string, Share> };
  unattributed: { ofMatched: Share };
  sure: { share: Share; sourceRight: Share };
  falseAlarms: { negatives3plus: Share };
}

const folder = goldFolder();

// The corpus has no licence and stays outside the repository; if it is missing, goldFolder() says so.
test.skipIf(!folder)(
  'statements are found and attributed as reliably as the README says, on articles not used for training',
  async () => {
    const gold = folder ?? '';
    const { loadGold, score } = await loadScorer(gold);
    const pronouns = JSON.parse(readFileSync(join(gold, 'pronouns-dev.json'), 'utf8')) as Record<string, string>;
    const articles = loadGold(join(gold, 'polnear/dev'), { pronouns });
    const found = new Map(
      articles.map(({ id, text }) => [
        id,
        findStatements(text).flatMap(({ quoted, marks, source, who, isSure }) =>
          marks === 'double'
            ? quoted.map((span) => ({ ...span, source, speaker: who?.name ?? null, sure: isSure }))
            : [],
        ),
      ]),
    );
    const scores = score(articles, found) as Scores;
    const percent = (share: Share | undefined): number => Math.round(1000 * (share?.v ?? 0)) / 10;
    const f1 = (value: { f1: number }): number => Math.round(1000 * value.f1) / 10;
    expect(f1(scores.detection.exact)).toBeGreaterThanOrEqual(98);
    expect(f1(scores.endToEnd)).toBeGreaterThanOrEqual(94.5);
    expect(percent(scores.source.overlap['all'])).toBeGreaterThanOrEqual(95.5);
    expect(percent(scores.source.overlap['form:mixed'])).toBeGreaterThanOrEqual(90);
    expect(percent(scores.source.strict['all'])).toBeGreaterThanOrEqual(87);
    expect(percent(scores.person['all'])).toBeGreaterThanOrEqual(96.5);
    expect(percent(scores.speaker.accuracy['name'])).toBeGreaterThanOrEqual(96.5);
    expect(percent(scores.speaker.accuracy['pronoun'])).toBeGreaterThanOrEqual(88);
    expect(percent(scores.unattributed.ofMatched)).toBeLessThanOrEqual(2);
    expect(percent(scores.sure.share)).toBeGreaterThanOrEqual(75);
    expect(percent(scores.sure.sourceRight)).toBeGreaterThanOrEqual(99);
    expect(percent(scores.falseAlarms.negatives3plus)).toBeLessThanOrEqual(50);
  },
);
