import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { canonicalText, foldSpace } from '../text/canonical-text.ts';
import { parseBody } from '../text/markdown.ts';

const stringifier = unified().use(remarkGfm).use(remarkStringify).freeze();

/**
 * Writes plain paragraphs as a Markdown body whose canonical text is those paragraphs, word for word. A paragraph that
 * Markdown would read differently (`*`, `_`, `<`, `#`, `1.`) is escaped; the others stay as they are.
 *
 * @throws if no escaping keeps the words, so that nothing is imported wrongly
 */
export function escapeMarkdown(paragraphs: readonly string[]): string {
  const words = paragraphs.map((paragraph) => foldSpace(paragraph).replace(/^ | $/g, '')).filter((text) => text !== '');
  const body = words.map(escapeParagraph).join('\n\n');
  const kept = canonicalText(parseBody(body)).text;
  if (kept !== words.join('\n\n')) {
    throw new Error('Markdown cannot represent this text unchanged. Write the article file by hand.');
  }
  return body;
}

/** The least escaping that keeps the words: none, then backslashes, then a character reference for every mark. */
function escapeParagraph(words: string): string {
  if (isPlain(words)) return words;
  const text = { type: 'text' as const, value: words };
  const escaped = stringifier
    .stringify({ type: 'root', children: [{ type: 'paragraph', children: [text] }] })
    .trimEnd();
  if (isKept(escaped, words)) return escaped;
  return words.replace(/[!-/:-@[-`{-~]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

/** Whether a Markdown text is one paragraph of exactly these words; an address in it may be a link. */
function isKept(markdown: string, words: string): boolean {
  const { text, paragraphs } = canonicalText(parseBody(markdown));
  return text === words && paragraphs.length === 1 && paragraphs[0]?.element.tagName === 'p';
}

/** Whether Markdown reads a line as one paragraph of the same words, without markup. */
function isPlain(words: string): boolean {
  const { children } = parseBody(words);
  const [paragraph] = children;
  const isOne = children.length === 1 && paragraph?.type === 'element' && paragraph.tagName === 'p';
  if (!isOne || paragraph.children.length !== 1) return false;
  const [text] = paragraph.children;
  return text?.type === 'text' && text.value === words;
}
