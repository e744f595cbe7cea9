import { rangesOf, type Shown, type Span } from './shown-statement.ts';

/** What is highlighted: the statement, the words its attribution rests on, other statements, and what is being marked. */
type Kind = 'statement' | 'evidence' | 'other' | 'marking';

/** Which one is on top. */
const PRIORITY: Record<Kind, number> = { other: 0, evidence: 1, statement: 2, marking: 3 };

/** Highlights stretches of the article; the text itself stays as it is (CSS Custom Highlight API). */
export function highlight(shown: Shown, kind: Kind, spans: readonly Span[]): void {
  const made = new Highlight(...rangesOf(shown, spans));
  made.priority = PRIORITY[kind];
  CSS.highlights.set(kind, made);
}

/** Highlights what a statement that has just been shown consists of. */
export function showHighlights(shown: Shown): void {
  const { evidence = '[]', others = '[]' } = shown.section.dataset;
  highlight(shown, 'other', JSON.parse(others) as Span[]);
  highlight(shown, 'evidence', JSON.parse(evidence) as Span[]);
  highlight(shown, 'statement', shown.spans);
  highlight(shown, 'marking', []);
}
