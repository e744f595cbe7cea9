import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { ImportProblem, type Item } from '../item.ts';
import { checkNesting } from './check-nesting.ts';
import { type PageFacts, readPageFacts } from './page-facts.ts';
import { textOfHtml } from './text-of-html.ts';

/** Elements that contain the article, and perhaps more. */
const MAIN = '[itemprop~="articleBody"], article, main, [role="main"]';

/** A page with fewer words than this in its main part has no article. */
const FEWEST_WORDS = 20;

/**
 * Reads the article of an HTML page: the main part as Readability finds it, and what the page says about it.
 *
 * @param address the address of the page, if it is known
 * @param drop selectors of elements that are not part of any article
 * @throws ImportProblem if there is no article on the page
 */
export function readPage(html: string, address: string | undefined, drop: readonly string[] = []): Item {
  checkNesting(html);
  const { document } = parseHTML(/<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`);
  const facts: PageFacts = readPageFacts(document, address);
  for (const selector of drop) for (const element of document.querySelectorAll(selector)) element.remove();
  const mains = [...document.querySelectorAll(MAIN)].map((element) => element.innerHTML);
  const main = mains.toSorted((a, b) => b.length - a.length)[0];
  const base = baseOf(document, facts.source ?? address);
  const read = new Readability(document, { keepClasses: false }).parse();
  const content = read?.content ?? '';
  const words = read?.textContent?.split(/\s+/).length ?? 0;
  if (words < FEWEST_WORDS) {
    throw new ImportProblem(
      'no article',
      'The page has no article: no part of it is longer than a few words. If it fetches its text by a script, save it from a browser as a complete page.',
    );
  }
  return {
    place: '',
    format: 'HTML page',
    ...facts,
    body: { kind: 'html', html: content, base },
    fullText: textOfHtml(main ?? content),
    warnings: [],
  };
}

function baseOf(document: Document, source: string | undefined): string | null {
  const base = document.querySelector('base[href]')?.getAttribute('href') ?? '';
  return URL.parse(base, source)?.href ?? source ?? null;
}
