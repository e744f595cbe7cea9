import type { StatementRow } from '../../content/rows/statement-row.ts';
import { FUNCTION_WORDS } from '../../text/function-words.ts';
import { factKey, indexedId, namedBy, speakerForm } from '../query/format.ts';
import { lengthOf } from '../query/postings.ts';
import { loadStemmers, primaryLanguage, type Stemmer } from '../query/stems.ts';
import { formsOf } from '../../text/words.ts';
import { termName, type TermRuns } from './term-runs.ts';

/** Gathers the words and facts of rows as terms. */
export class WordGatherer {
  readonly #terms: TermRuns;
  /** The name of each form's term, by language. */
  readonly #stems = new Map<string, { stem: Stemmer; known: Map<string, string> }>();

  constructor(terms: TermRuns) {
    this.#terms = terms;
  }

  async add(row: StatementRow, record: number): Promise<void> {
    const { stem, known } = await this.#language(primaryLanguage(row.language));
    const places = new Map<string, number[]>();
    const forms = formsOf(row.text);
    for (const [place, form] of forms.entries()) {
      const before = places.get(form);
      if (before) before.push(place);
      else places.set(form, [place]);
    }
    for (const [form, at] of places) {
      let name = known.get(form);
      if (name === undefined) known.set(form, (name = termName(stem(form), form)));
      this.#terms.add(name, record, lengthOf(forms.length), at);
    }
    for (const form of wordsForSpeaker(row)) this.#terms.add(termName(stem(form), speakerForm(form)), record, 0, []);
    for (const fact of factsOf(row)) this.#terms.add(termName(fact, fact), record, 0, []);
  }

  languages(): string[] {
    return [...this.#stems.keys()].sort();
  }

  async #language(language: string): Promise<{ stem: Stemmer; known: Map<string, string> }> {
    const before = this.#stems.get(language);
    if (before) return before;
    const stem = (await loadStemmers([language])).get(language) ?? ((form: string) => form);
    const made = { stem, known: new Map<string, string>() };
    this.#stems.set(language, made);
    return made;
  }
}

/** The words of the name, the role and the description of who speaks. */
function wordsForSpeaker({ speaker }: StatementRow): Set<string> {
  const { name, role, described } = speaker ?? {};
  const forms = formsOf([name, role, described].filter(Boolean).join(' '));
  return new Set(forms.filter((form) => !FUNCTION_WORDS.has(form)));
}

/** The facts by which a statement can be found, besides its words. */
function factsOf({ speaker, type, status, article }: StatementRow): Set<string> {
  const facts = [factKey('type', type), factKey('status', status)];
  const id = indexedId(speaker);
  if (id !== null) facts.push(factKey('speaker', id));
  facts.push(factKey('named', namedBy(id)));
  if (article.outlet) facts.push(factKey('outlet', foldFact(article.outlet)));
  for (const topic of article.topics) facts.push(factKey('topic', foldFact(topic)));
  return new Set(facts);
}

/** A fact as it is looked up: only its words count, not how they are written. */
const foldFact = (value: string): string => formsOf(value).join(' ');
