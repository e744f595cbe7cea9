import '../controls/collecting-page.ts';
import { describeCoverage } from '../search/coverage.ts';
import { causeOf, waysOn } from '../search/problem-note.ts';
import { t } from '../../words/words.ts';
import { failedText, loadWords } from '../load-words.ts';
import { openSearch, type StatementSearch } from '../../search/query/index.ts';
import { checkPasted } from '../../search/check/check-pasted.ts';
import type { Verdict } from '../../search/check/verdict.ts';
import { verdictHeading } from '../../search/check/verdict-words.ts';
import { verdictElement } from './verdict-element.ts';

/** Runs on the page that checks a quotation; the quotation is in the address. */
const result = document.getElementById('verdict');
const form = document.querySelector('form.check');
const box = document.querySelector('textarea');

if (result && form && box) {
  const { root = '/', index = '', entry = '' } = result.dataset;
  const status = result.querySelector('.summary') ?? result;
  let search: StatementSearch | null = null;
  let latest = 0;

  const show = async (): Promise<void> => {
    const run = ++latest;
    const pasted = new URLSearchParams(location.search).get('q') ?? '';
    box.value = pasted;
    result.replaceChildren(status);
    delete result.dataset['done'];
    status.classList.remove('visually-hidden');
    status.textContent = '';
    if (pasted === '') return;
    try {
      await loadWords();
    } catch {
      status.textContent = failedText(result);
      return;
    }
    status.textContent = t('check.checking');
    try {
      search ??= await openSearch((file) => fetch(index + file), entry);
      const [coverage, verdicts] = [await search.open(), await checkPasted(search, pasted)];
      if (run !== latest) return;
      const isOneOfMany = verdicts.length > 1;
      const place = { coverage: describeCoverage(coverage), root, isOneOfMany };
      status.textContent = summarize(verdicts);
      // One verdict is its own heading.
      status.classList.toggle('visually-hidden', verdicts.length === 1);
      result.append(...verdicts.map((verdict) => verdictElement(verdict, place)));
      result.dataset['done'] = '';
    } catch (error) {
      if (run !== latest) return;
      status.textContent = t('problem.notChecked', { cause: causeOf(error) });
      result.append(waysOn(root));
    }
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    history.pushState(null, '', `${location.pathname}?${new URLSearchParams({ q: box.value.trim() })}`);
    void show();
  });
  addEventListener('popstate', () => void show());
  void show();
}

/** What is announced: the verdict, or how many there are. */
function summarize(verdicts: readonly Verdict[]): string {
  const [only] = verdicts;
  if (!only) return t('check.noWords');
  return verdicts.length === 1
    ? t('check.checked', { verdict: verdictHeading(only) })
    : t('check.checkedMany', { count: verdicts.length });
}
