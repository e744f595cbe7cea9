import { overlaps, type Span } from '../../text/canonical-text.ts';
import type { Layout, Quotation } from './find-quotes.ts';

/** "QUILL: …": who speaks, before a colon at the beginning of a paragraph. */
const SPEAKER_LABEL = /^\s*(?:\p{Lu}[\p{Lu}.'’-]+(?: \p{Lu}[\p{Lu}.'’-]*){0,3}): (?=\S)/u;
const QUESTION_LABEL = /^\s*(?:Q|Question)(?::|\.) (?=\S)/;
const ANSWER_LABEL = /^\s*(?:A|Answer)(?::|\.) (?=\S)/;
/** A transcript has at least this many labelled paragraphs; a single one may be a heading. */
const LABELS_OF_TRANSCRIPT = 2;
/** An interview has at least this many questions set apart. */
const QUESTIONS_OF_INTERVIEW = 2;
/** A name that signs a block quotation is not part of it. */
const SIGNATURE = /^\s*[—–―]/;

/** What a paragraph without marks is, and how long the label before its words is. */
type Kind = { kind: 'block' | 'line' | 'answer' | 'question' | 'plain'; label: number };

/**
 * Finds quotations without marks: the paragraphs of block quotations, the lines of a transcript, and the answers of an
 * interview. A block quotation that only repeats words of the article, a pull quote, is none.
 */
export function findUnmarked(text: string, paragraphs: readonly Span[], layout: Layout): Quotation[] {
  const kinds = kindsOf(text, paragraphs, layout);
  return paragraphs.flatMap((span, paragraph): Quotation[] => {
    const { kind, label } = kinds[paragraph] ?? { kind: 'plain', label: 0 };
    if (kind === 'plain' || kind === 'question') return [];
    if (!/[\p{L}\p{N}]/u.test(text.slice(span.start + label, span.end))) return [];
    const words = trimmed(text, span.start + label, span.end);
    if (kind === 'block' && isPulled(text, words)) return [];
    const goesOn = kind === 'block' && kinds[paragraph + 1]?.kind === 'block';
    return [{ ...words, paragraph, goesOn, marks: 'none', isAnswer: kind === 'answer' }];
  });
}

function kindsOf(text: string, paragraphs: readonly Span[], { blocks, questions }: Layout): Kind[] {
  const isIn = (spans: readonly Span[], span: Span): boolean => spans.some((one) => overlaps(one, span));
  const wordsOf = ({ start, end }: Span): string => text.slice(start, end);
  const lengthOf = (pattern: RegExp, span: Span): number => pattern.exec(wordsOf(span))?.[0].length ?? 0;
  const isTranscript = paragraphs.filter((span) => lengthOf(SPEAKER_LABEL, span) > 0).length >= LABELS_OF_TRANSCRIPT;
  const asked = questions.filter((span) => wordsOf(span).trim().endsWith('?'));
  const isInterview = asked.length >= QUESTIONS_OF_INTERVIEW;
  const hasLabels = [QUESTION_LABEL, ANSWER_LABEL].every((label) =>
    paragraphs.some((span) => lengthOf(label, span) > 0),
  );
  let isAfterQuestion = false;
  return paragraphs.map((span): Kind => {
    const [line, question, answer] = [SPEAKER_LABEL, QUESTION_LABEL, ANSWER_LABEL].map((label) =>
      lengthOf(label, span),
    );
    if (isTranscript && line) return { kind: 'line', label: line };
    if (hasLabels && question) return { kind: 'question', label: question };
    if (hasLabels && answer) return { kind: 'answer', label: answer };
    if (isInterview && isIn(asked, span)) {
      isAfterQuestion = true;
      return { kind: 'question', label: 0 };
    }
    // Only the paragraph right after a question is certainly its answer.
    const isAnswer = isAfterQuestion && !isIn(blocks, span);
    isAfterQuestion = false;
    if (isAnswer) return { kind: 'answer', label: 0 };
    return { kind: isIn(blocks, span) && !SIGNATURE.test(wordsOf(span)) ? 'block' : 'plain', label: 0 };
  });
}

/** Whether words appear in the text once more. */
function isPulled(text: string, { start, end }: Span): boolean {
  const words = text.slice(start, end).replace(/[.,]$/, '');
  const first = text.indexOf(words);
  return words.includes(' ') && (first !== start || text.indexOf(words, end) >= 0);
}

/** The words without outer white space, and without marks around all of them. */
function trimmed(text: string, from: number, to: number): Span & { outer: Span } {
  const words = text.slice(from, to);
  const inner = /^\s*["“„«]?(.*?)["”“»]?\s*$/su.exec(words)?.[1] ?? words;
  const start = from + words.indexOf(inner);
  return { start, end: start + inner.length, outer: { start: from, end: to } };
}
