import type { SpeakerId } from '../base/ids.ts';
import { toArticle } from '../content/article.ts';
import type { Address } from '../text/address.ts';
import { afterEdits, type OpenArticle } from './open-article.ts';
import { Refusal } from './refusal.ts';

/**
 * Refuses an edit after which the article has a problem that it did not have before, as `check` would report it.
 *
 * @param problemsBefore what was wrong with the article before
 */
export function refuseBroken(open: OpenArticle, problemsBefore: ReadonlySet<string>, setting: Setting): void {
  const problem = problemsOf(afterEdits(open), setting).find((one) => !problemsBefore.has(one));
  if (problem !== undefined) throw new Refusal(problem);
}

/** What an article is checked against. */
export interface Setting {
  language: string;
  known: ReadonlyMap<SpeakerId, SpeakerId>;
  addresses: readonly Address[];
}

/** What is wrong with an article and its record together. */
export function problemsOf({ source }: OpenArticle, setting: Setting): string[] {
  return toArticle(source, { ...setting, date: null }).problems.map(({ message }) => message);
}
