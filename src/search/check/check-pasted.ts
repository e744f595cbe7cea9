import type { StatementSearch } from '../query/index.ts';
import { judge } from './judge.ts';
import { type PastedQuotation, readQuotations } from './read-quotations.ts';
import { agreeing, type Verdict, type VerdictKind } from './verdict.ts';

/** Verdicts that show a text to be one quotation, whatever it looks like; and those that show nothing. */
const AS_SAID: readonly VerdictKind[] = ['verbatim', 'cut', 'reported'];
const OPEN: readonly VerdictKind[] = ['near', 'absent', 'short'];

/**
 * Checks everything that was quoted in a pasted text, each quotation on its own.
 *
 * @returns no verdict if the text has no words
 */
export async function checkPasted(search: StatementSearch, pasted: string): Promise<Verdict[]> {
  const { quotations, whole } = await readQuotations(pasted);
  const asWhole = whole && (await checkQuotation(search, whole));
  if (asWhole && AS_SAID.includes(asWhole.kind)) return [asWhole];
  const checked = await Promise.all(quotations.map((quotation) => checkQuotation(search, quotation)));
  const verdicts = checked.filter((verdict) => verdict !== null);
  if (!asWhole) return verdicts;
  const said = ({ kind, nearest: [first] }: Verdict): number => (first && !OPEN.includes(kind) ? agreeing(first) : 0);
  const inParts = verdicts.reduce((sum, verdict) => sum + said(verdict), 0);
  return said(asWhole) > inParts || verdicts.every(({ kind }) => kind === 'short') ? [asWhole] : verdicts;
}

/** Checks one quotation; `null` if it has no words. */
async function checkQuotation(search: StatementSearch, quotation: PastedQuotation): Promise<Verdict | null> {
  const [{ statements }, likely] = await Promise.all([search.open(), search.likely(quotation.words)]);
  return judge(quotation, likely, statements);
}
